import type { BacklogGroup, StatsBacklog } from '@ticketing/contracts';
import type { StatNumbers } from './stat-numbers.js';
import { dayName } from './stats-days.js';
import { SERIES } from './stats-series.js';

/** Whole days since the day of creation: today, up to 2, 6, 29 days, older. */
const GROUPS: [fromDays: number, toDays: number | null][] = [
  [0, 0],
  [1, 2],
  [3, 6],
  [7, 29],
  [30, null],
];

interface Age {
  days: number;
  n: number;
}

/** Active tickets by age, youngest first. */
function agesOf(numbers: StatNumbers, today: number): Age[] {
  return numbers
    .of('backlog', SERIES.activeByCreation)
    .map(({ value, n }) => ({ days: today - value, n }))
    .sort((a, b) => a.days - b.days);
}

/** Age of the active ticket in the middle; of two in the middle the younger. Null: there is none. */
export function medianAge(numbers: StatNumbers, today: number): number | null {
  const ages = agesOf(numbers, today);
  const half = ages.reduce((sum, { n }) => sum + n, 0) / 2;
  let upTo = 0;
  return ages.find(({ n }) => (upTo += n) >= half)?.days ?? null;
}

export function presentBacklog(numbers: StatNumbers, today: number, before: number | null): StatsBacklog {
  const ages = agesOf(numbers, today);
  return {
    median_days: { value: medianAge(numbers, today), previous: before },
    oldest_days: ages.at(-1)?.days ?? null,
    groups: GROUPS.map(([from, to]) => presentGroup(ages, today, from, to)),
  };
}

function presentGroup(ages: Age[], today: number, from: number, to: number | null): BacklogGroup {
  const inGroup = ages.filter(({ days }) => days >= from && (to === null || days <= to));
  return {
    created_after: to === null ? null : dayName(today - to),
    created_before: dayName(today - from + 1),
    from_days: from,
    to_days: to,
    count: inGroup.reduce((sum, { n }) => sum + n, 0),
  };
}
