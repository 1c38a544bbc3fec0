/** After so many tries a delivery is dead: somebody has to look at it. */
export const MOST_TRIES = 10;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * When to try again: exponential backoff with full jitter, so that what failed together does not come back
 * together. Null: no more.
 * @param tries made so far
 * @param random from 0 to 1
 */
export function waitBeforeRetry(tries: number, random: number): number | null {
  if (tries >= MOST_TRIES) return null;
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  return Math.round(longest * (0.5 + random / 2));
}
