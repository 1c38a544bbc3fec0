import { STATS_DAYS, type StatsPeriod, type StatsQuery } from '@ticketing/contracts';
import { invalidInput } from '../platform/http/problem.js';
import { DAYS_OF_LEVEL } from './stats-series.js';

const DAY_MS = 86_400_000;

/** First and last day, both inclusive, as days since 1970-01-01. */
export interface Days {
  first: number;
  last: number;
}

export const dayOf = (moment: Date) => Math.floor(moment.getTime() / DAY_MS);
export const dayNumber = (day: string) => dayOf(new Date(`${day}T00:00:00Z`));
export const dayName = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const lengthOf = ({ first, last }: Days) => last - first + 1;

export function presentPeriod(days: Days): StatsPeriod {
  return { from: dayName(days.first), to: dayName(days.last), days: lengthOf(days) };
}

/** @throws ProblemError 400 when it ends before it begins, or is too long */
export function periodOf({ from, to }: StatsQuery, today: number): Days {
  const last = to === undefined ? today : dayNumber(to);
  const first = from === undefined ? last - STATS_DAYS.standard + 1 : dayNumber(from);
  const days = { first, last };
  if (first > last) throw invalidInput([{ pointer: '?from', detail: 'from must not be after to.' }]);
  if (lengthOf(days) > STATS_DAYS.max) {
    throw invalidInput([{ pointer: '?from', detail: `A period has at most ${STATS_DAYS.max} days.` }]);
  }
  return days;
}

/** As many days, right before. */
export function periodBefore(days: Days): Days {
  return { first: days.first - lengthOf(days), last: days.first - 1 };
}

/** What is kept of several days in a row as one. */
export interface Block {
  level: number;
  block: number;
}

/** As few blocks as possible that make up exactly these days: 366 days are at most 33. */
export function blocksOf({ first, last }: Days): Block[] {
  const blocks: Block[] = [];
  for (let day = first; day <= last;) {
    const level = DAYS_OF_LEVEL.findLastIndex((size) => day % size === 0 && day + size - 1 <= last);
    const size = DAYS_OF_LEVEL[level]!;
    blocks.push({ level, block: day / size });
    day += size;
  }
  return blocks;
}
