import { StatNumbers } from './stat-numbers.js';
import { medianAge, presentBacklog } from './stats-backlog.js';
import { dayNumber } from './stats-days.js';
import { SERIES } from './stats-series.js';

const TODAY = dayNumber('2026-11-25');
/** How many active tickets there are of each age in days. */
const backlog = (ages: Record<number, number>) =>
  new StatNumbers(
    Object.entries(ages).map(([days, n]) => ({
      part: 'backlog',
      series: SERIES.activeByCreation,
      value: TODAY - Number(days),
      bucket: 0,
      n,
      median: null,
      p90: null,
    })),
  );

describe('the age of the backlog', () => {
  it.each([
    [{}, null],
    [{ 0: 1 }, 0],
    [{ 2: 1, 9: 1 }, 2],
    [{ 2: 1, 9: 2 }, 9],
    [{ 1: 5, 3: 4, 100: 2 }, 3],
  ])('in the middle of %j is %p', (ages, median) => expect(medianAge(backlog(ages), TODAY)).toBe(median));

  it('is told in groups of days, each with the days of creation that find it in a list', () => {
    const { groups, oldest_days } = presentBacklog(
      backlog({ 0: 1, 1: 2, 2: 4, 3: 8, 29: 16, 30: 32, 400: 64 }),
      TODAY,
      5,
    );
    expect(oldest_days).toBe(400);
    expect(
      groups.map(({ created_after, created_before, count }) => [created_after, created_before, count]),
    ).toEqual([
      ['2026-11-25', '2026-11-26', 1],
      ['2026-11-23', '2026-11-25', 6],
      ['2026-11-19', '2026-11-23', 8],
      ['2026-10-27', '2026-11-19', 16],
      [null, '2026-10-27', 96],
    ]);
  });
});
