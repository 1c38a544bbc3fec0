import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@ticketing/contracts';
import { secondsOfBucket, SERIES } from './stats-series.js';

describe('a duration in its bucket', () => {
  it.each([1, 2, 59, 3_600, 86_400, 31_536_000, 3e9])(
    'is at most 2 %%, of an assignee 5 %% off: %d s',
    (seconds) => {
      const bucket = (growth: number) => Math.ceil(Math.log(seconds) / growth);
      expect(Math.abs(secondsOfBucket(bucket(0.04), 'all') - seconds)).toBeLessThanOrEqual(
        seconds * 0.02 + 0.5,
      );
      expect(Math.abs(secondsOfBucket(bucket(0.1), 'assignee') - seconds)).toBeLessThanOrEqual(
        seconds * 0.05 + 0.5,
      );
    },
  );
});

describe('what stands in the tables', () => {
  it('never changes its meaning: numbers of series', () =>
    expect(Object.values(SERIES)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1)));
  it('never changes its meaning: places of values; new ones come last', () => {
    expect(TICKET_STATUSES.slice(0, 5)).toEqual([
      'open',
      'in_progress',
      'pending_user',
      'resolved',
      'closed',
    ]);
    expect(TICKET_PRIORITIES.slice(0, 4)).toEqual(['low', 'medium', 'high', 'urgent']);
    expect(TICKET_CATEGORIES.slice(0, 5)).toEqual(['bug', 'feature', 'support', 'billing', 'other']);
  });
});
