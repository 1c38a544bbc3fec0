import { retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-11-24T09:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    [' 5 ', 5_000],
    ['0', 1_000],
    ['Tue, 24 Nov 2026 09:02:00 GMT', 120_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 1_000],
    ['999999999', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
  ])('%s is %i ms, never more than an hour', (header, ms) => expect(retryAfterMs(header, NOW)).toBe(ms));
  it.each([undefined, '', 'soon', 'NaN'])('%j says nothing', (header) =>
    expect(retryAfterMs(header, NOW)).toBeUndefined(),
  );
});
