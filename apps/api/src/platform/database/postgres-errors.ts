/** PostgreSQL error codes by meaning: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const INVALID_TEXT = ['22021', '22P02', '22P05', '22003', '22007', '22008', '22009', '22001', '54000'];
const BROKEN_RULE = ['23502', '23514'];
const BROKEN_REFERENCE = ['23503'];
const DUPLICATE = ['23505'];
const BUSY = ['40001', '40P01', '55P03'];
const UNAVAILABLE = [
  '53100',
  '53200',
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
];
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];

export type DatabaseFault = 'invalid' | 'conflict' | 'unavailable';

/** The code and constraint of a database error, whether it came from pg or wrapped by TypeORM. */
function databaseError(error: unknown): { code?: string; constraint?: string; message?: string } {
  const wrapped = error as { driverError?: object };
  return (wrapped?.driverError ?? error ?? {}) as { code?: string };
}

/** Is it the unique index of this name that refused the row? */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = databaseError(error);
  return DUPLICATE.includes(code ?? '') && broken === constraint;
}

/** Did `nowait` find that somebody else has the lock? */
export function isLocked(error: unknown): boolean {
  return databaseError(error).code === '55P03';
}

/** What a database error means to the caller; undefined when it is our own bug or no database error. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  const { code = '', message = '' } = databaseError(error);
  if ([...INVALID_TEXT, ...BROKEN_RULE].includes(code)) return 'invalid';
  if ([...BROKEN_REFERENCE, ...DUPLICATE, ...BUSY].includes(code)) return 'conflict';
  if ([...UNAVAILABLE, ...NETWORK].includes(code) || isLostConnection(message)) return 'unavailable';
  return undefined;
}

function isLostConnection(message: string): boolean {
  return /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
    message,
  );
}
