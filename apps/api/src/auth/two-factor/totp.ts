import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Clocks of phones are a little off: the step before and the one after count, too. */
const WINDOW = 1;

/** Time-based one-time passwords (RFC 6238), as every authenticator app knows them. */
export function totpFor(seed: string, account: string): TOTP {
  return new TOTP({
    issuer: 'Ticketing',
    label: account,
    period: PERIOD_S,
    digits: 6,
    secret: Secret.fromBase32(seed),
  });
}

/** A new seed: 160 bits, as RFC 4226 recommends, in base32. */
export function newSeed(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The 30-second step whose code this is; undefined when it is none of the current ones.
 * @param after the last step that was used: its code and all before are spent
 */
export function stepOf(code: string, seed: string, now: Date, after: number | null): number | undefined {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpFor(seed, '').validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
  return after !== null && step <= after ? undefined : step;
}
