import { blocksOf, dayName, dayNumber, periodBefore, periodOf } from './stats-days.js';
import { DAYS_OF_LEVEL } from './stats-series.js';

const TODAY = dayNumber('2026-11-25');
const named = ({ first, last }: { first: number; last: number }) => [dayName(first), dayName(last)];

describe('the period that is asked for', () => {
  it.each([
    [{}, ['2026-10-27', '2026-11-25']],
    [{ to: '2026-03-01' }, ['2026-01-31', '2026-03-01']],
    [{ from: '2026-11-20' }, ['2026-11-20', '2026-11-25']],
    [{ from: '2024-02-28', to: '2024-03-01' }, ['2024-02-28', '2024-03-01']],
  ])('of %j is %j', (query, days) => expect(named(periodOf(query, TODAY))).toEqual(days));
  it('has at most 366 days', () => {
    expect(() => periodOf({ from: '2025-11-25' }, TODAY)).not.toThrow();
    expect(() => periodOf({ from: '2025-11-24' }, TODAY)).toThrow('at most 366 days');
  });
  it('does not end before it begins', () =>
    expect(() => periodOf({ from: '2026-11-26' }, TODAY)).toThrow('from must not be after to'));
  it('comes after one of the same length', () =>
    expect(named(periodBefore(periodOf({ from: '2026-03-01', to: '2026-03-31' }, TODAY)))).toEqual([
      '2026-01-29',
      '2026-02-28',
    ]));
});

describe('the blocks of a period', () => {
  const daysOf = (first: number, last: number) =>
    blocksOf({ first, last }).flatMap(({ level, block }) =>
      Array.from({ length: DAYS_OF_LEVEL[level]! }, (_, i) => block * DAYS_OF_LEVEL[level]! + i),
    );
  it.each([
    [64, 127],
    [1, 1],
    [7, 9],
    [20_000, 20_365],
    [20_351, 20_480],
  ])('from %d to %d have each of its days, once', (first, last) =>
    expect(daysOf(first, last)).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  it('are few: never more than 33 of the longest one', () => {
    const counts = Array.from(
      { length: 64 },
      (_, i) => blocksOf({ first: 20_000 + i, last: 20_365 + i }).length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(33);
  });
  it('are none of no days', () => expect(blocksOf({ first: 10, last: 9 })).toEqual([]));
});
