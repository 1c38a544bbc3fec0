import { SERIES, type Series } from './stats-series.js';

/*
 * How the tickets of an assignee spread over buckets (of a duration, or scores) is kept as one number: the count of
 * bucket b stands in the b-th group of eight digits from the right. So PostgreSQL adds up many days as it adds numbers,
 * one addition for all buckets, and a year of many assignees is a few thousand rows instead of fifty times as many.
 */

/** Series that are kept so, in `stats_spreads`. */
export const IN_SPREADS: readonly Series[] = [
  SERIES.firstResponseByAssignee,
  SERIES.resolutionByAssignee,
  SERIES.ratedByAssignee,
];

const DIGITS = 8;
const SIZE = 10 ** DIGITS;

/** SQL: so many in one bucket, as a spread. Text, because powers of numerics are rounded. */
export const spreadOf = (n: string, bucket: string) =>
  `(${n} || repeat('${'0'.repeat(DIGITS)}', ${bucket}))::numeric`;

export interface BucketCount {
  bucket: number;
  n: number;
}

/**
 * Reads a spread. Counts below zero, which only wrong counters have, borrow from the group beside them: groups above
 * the half are read as such.
 */
export function bucketsOf(spread: string): BucketCount[] {
  const isNegative = spread.startsWith('-');
  const digits = isNegative ? spread.slice(1) : spread;
  const buckets: BucketCount[] = [];
  let carry = 0;
  for (let bucket = 0, end = digits.length; end > 0 || carry > 0; bucket++, end -= DIGITS) {
    const group = Number(digits.slice(Math.max(end - DIGITS, 0), Math.max(end, 0))) + carry;
    carry = group > SIZE / 2 ? 1 : 0;
    const n = group - carry * SIZE;
    if (n !== 0) buckets.push({ bucket, n: isNegative ? -n : n });
  }
  return buckets;
}

/** How many, and the bucket that the share of them is within; null of none. */
export function rankOf(buckets: BucketCount[], share: number): { count: number; bucket: number | null } {
  const count = buckets.reduce((sum, { n }) => sum + n, 0);
  let upTo = 0;
  const found = buckets.find(({ n }) => (upTo += n) >= count * share);
  return { count, bucket: found?.bucket ?? null };
}
