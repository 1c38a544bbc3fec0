import type { EventHandler } from './event-handlers.js';

/** After so many tries a delivery is dead: somebody has to look at it. */
export const MOST_TRIES = { hour: 12, day: 44 } as const;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * When to try again: exponential backoff with full jitter in its second half, so that what failed together does not
 * come back together. 12 tries take 34 to 68 minutes, 44 take 17 to 33 hours. Null: no more.
 * @param tries made so far
 * @param random from 0 to 1
 */
export function waitBeforeRetry(
  tries: number,
  random: number,
  patience: NonNullable<EventHandler['patience']> = 'hour',
): number | null {
  if (tries >= MOST_TRIES[patience]) return null;
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  return Math.round(longest * (0.5 + random / 2));
}
