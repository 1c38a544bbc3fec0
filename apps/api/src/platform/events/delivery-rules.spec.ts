import { MOST_TRIES, waitBeforeRetry } from './delivery-rules.js';

describe('a delivery that failed', () => {
  it('waits twice as long each time, up to an hour', () => {
    expect([1, 2, 3, 4].map((tries) => waitBeforeRetry(tries, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waitBeforeRetry(MOST_TRIES - 1, 1)).toBeLessThanOrEqual(3_600_000);
  });
  it('is spread by chance over the second half of the wait', () => {
    expect([0, 0.5, 1].map((random) => waitBeforeRetry(2, random))).toEqual([2_000, 3_000, 4_000]);
  });
  it('is dead after ten tries', () => expect(waitBeforeRetry(MOST_TRIES, 0.5)).toBeNull());
});
