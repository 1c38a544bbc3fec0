import { createHash, randomBytes } from 'node:crypto';

const HOW_MANY = 10;
/** 80 bits each: no slow hash is needed. */
const BYTES = 10;

/** New codes, in groups that people can copy by hand: `k3f9-...`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () =>
    randomBytes(BYTES)
      .toString('hex')
      .replace(/(.{5})(?=.)/g, '$1-'),
  );
}

/** How a code is stored; upper case, spaces and hyphens make no difference. */
export function recoveryCodeHash(code: string): Buffer {
  return createHash('sha256').update(code.toLowerCase().replaceAll(/[\s-]/g, '')).digest();
}
