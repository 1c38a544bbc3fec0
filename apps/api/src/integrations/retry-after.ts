const SECOND_MS = 1_000;
const LONGEST_MS = 3_600_000;

/**
 * How long the other side asks us to wait (RFC 9110, 10.2.3): seconds or a date, within an hour.
 * Undefined when it does not say, or says something else.
 */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / SECOND_MS;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(LONGEST_MS, Math.max(SECOND_MS, seconds * SECOND_MS));
}
