import { bucketsOf, rankOf } from './stats-spread.js';

/** As SQL makes it: so many in each bucket, added up. */
const spread = (counts: Record<number, number>) =>
  Object.entries(counts)
    .reduce((sum, [bucket, n]) => sum + BigInt(n) * 10n ** (8n * BigInt(bucket)), 0n)
    .toString();

describe('a spread', () => {
  it.each<Record<number, number>>([
    { 0: 1 },
    { 0: 12, 3: 1 },
    { 1: 99_999, 2: 7, 170: 3 },
    { 5: 49_999_999 },
    // wrong counters
    { 0: -1, 3: 2 },
    { 0: 3, 2: -4 },
    { 1: -2, 2: -3 },
  ])('is read as it was written: %j', (counts) =>
    expect(Object.fromEntries(bucketsOf(spread(counts)).map(({ bucket, n }) => [bucket, n]))).toEqual(counts),
  );
  it('of nothing has no bucket', () => expect(bucketsOf('0')).toEqual([]));
});

describe('the rank', () => {
  it.each<[Record<number, number>, number]>([
    [{ 3: 1 }, 3],
    [{ 3: 1, 9: 1 }, 3],
    [{ 3: 1, 9: 2 }, 9],
    [{ 3: 5, 4: 5, 90: 1 }, 4],
  ])('of the middle of %j is bucket %i', (counts, bucket) =>
    expect(rankOf(bucketsOf(spread(counts)), 0.5).bucket).toBe(bucket),
  );
  it('of none is null', () => expect(rankOf([], 0.5)).toEqual({ count: 0, bucket: null }));
});
