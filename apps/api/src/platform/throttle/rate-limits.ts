import { SetMetadata } from '@nestjs/common';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Who is counted: the address, the account that the body names (known or not), or the signed-in person. */
export type CountedBy = 'ip' | 'account' | 'actor';

export interface RateLimit {
  by: CountedBy;
  limit: number;
  windowMs: number;
}

/**
 * How often. Sign-in is counted twice: by account against guessing one password from many addresses, by address
 * against guessing many accounts; the second is wide enough for an office behind one address.
 */
export const RATE_LIMITS = {
  'sign-in': [
    { by: 'account', limit: 10, windowMs: 15 * MINUTE_MS },
    { by: 'ip', limit: 100, windowMs: 15 * MINUTE_MS },
  ],
  register: [{ by: 'ip', limit: 30, windowMs: HOUR_MS }],
  refresh: [{ by: 'ip', limit: 300, windowMs: 15 * MINUTE_MS }],
  mail: [
    { by: 'account', limit: 3, windowMs: HOUR_MS },
    { by: 'ip', limit: 30, windowMs: HOUR_MS },
  ],
  /** A mail that the signed-in person asks for. */
  'own-mail': [{ by: 'actor', limit: 3, windowMs: HOUR_MS }],
  /** Mails to others' accounts that an admin asks for: enough to invite a team, too little to flood anybody. */
  'account-mail': [{ by: 'actor', limit: 60, windowMs: 15 * MINUTE_MS }],
  /** Guessing a mailed link. */
  link: [{ by: 'ip', limit: 60, windowMs: 15 * MINUTE_MS }],
  /** Guessing a password or a code of the signed-in account. */
  secret: [{ by: 'actor', limit: 10, windowMs: 15 * MINUTE_MS }],
  /** What a browser reports about itself. */
  report: [{ by: 'ip', limit: 60, windowMs: 15 * MINUTE_MS }],
  /** Mails that a mail server hands over: it comes again with those that are refused. */
  inbound: [{ by: 'ip', limit: 600, windowMs: MINUTE_MS }],
  /** Makes us ask somebody else's server, while the caller waits. */
  outbound: [{ by: 'actor', limit: 30, windowMs: MINUTE_MS }],
  /** Every other write. */
  write: [{ by: 'actor', limit: 300, windowMs: MINUTE_MS }],
} as const satisfies Record<string, readonly RateLimit[]>;

export type RateLimitName = keyof typeof RATE_LIMITS;

export const RATE_LIMIT = 'throttle:limit';

/** Which limit a route has; writes without one have `write`, reads have none. */
export const Limited = (name: RateLimitName) => SetMetadata(RATE_LIMIT, name);
