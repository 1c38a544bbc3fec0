import { MOST_TRIES, waitBeforeRetry } from './delivery-rules.js';

describe('a delivery that failed', () => {
  it('waits twice as long each time, up to an hour', () => {
    expect([1, 2, 3, 4].map((tries) => waitBeforeRetry(tries, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waitBeforeRetry(MOST_TRIES.day - 1, 1, 'day')).toBeLessThanOrEqual(3_600_000);
  });
  it('is spread by chance over the second half of the wait', () => {
    expect([0, 0.5, 1].map((random) => waitBeforeRetry(2, random))).toEqual([2_000, 3_000, 4_000]);
  });
  it.each(['hour', 'day'] as const)('is dead after the most tries of an %s, and not before', (patience) => {
    expect(waitBeforeRetry(MOST_TRIES[patience], 0.5, patience)).toBeNull();
    expect(waitBeforeRetry(MOST_TRIES[patience] - 1, 0.5, patience)).not.toBeNull();
  });
  it.each([
    ['hour', 34, 69],
    ['day', 16 * 60, 34 * 60],
  ] as const)('is tried for about an %s', (patience, least, most) => {
    const minutes = (random: number) =>
      Array.from({ length: MOST_TRIES[patience] - 1 }, (_, i) => waitBeforeRetry(i + 1, random, patience)!)
        .map((ms) => ms / 60_000)
        .reduce((sum, wait) => sum + wait);
    expect(minutes(0)).toBeGreaterThan(least);
    expect(minutes(1)).toBeLessThan(most);
  });
});
