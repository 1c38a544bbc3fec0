import type { ParamMap, Params } from '@angular/router';
import { STATS_DAYS, type StatsPeriod } from '@ticketing/contracts';

const DAY_MS = 86_400_000;
const DAY = /^2\d{3}-\d{2}-\d{2}$/;

/** Days of UTC, both inclusive, `2026-11-01`. */
export type Period = Pick<StatsPeriod, 'from' | 'to'>;

/** A period that one press leads to. */
export interface Preset {
  label: string;
  period: Period;
  /** Query parameters of the page. */
  link: Params;
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The day so many days later. */
export function shifted(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS));
}

export function lengthOf({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** The last days up to today. */
export function lastDays(count: number, today: string): Period {
  return { from: shifted(today, 1 - count), to: today };
}

/** Reads the period from the URL; what is no period there counts as none: the usual one. */
export function periodFromUrl(params: ParamMap, today: string): Period {
  const period = { from: params.get('from') ?? '', to: params.get('to') ?? '' };
  return periodProblem(period) === null ? period : lastDays(STATS_DAYS.standard, today);
}

/** What keeps two days from being a period, in words, or null. */
export function periodProblem({ from, to }: Period): string | null {
  if (!isDay(from) || !isDay(to)) return 'Fill in both days.';
  if (from > to) return 'The first day must not be after the last.';
  if (lengthOf({ from, to }) > STATS_DAYS.max) return `A period has at most ${STATS_DAYS.max} days.`;
  return null;
}

/** The usual period needs no parameters: its address stays right tomorrow. */
export function presetsOf(today: string): Preset[] {
  const month = { from: `${today.slice(0, 8)}01`, to: today };
  return [
    preset('Last 7 days', lastDays(7, today)),
    { ...preset('Last 30 days', lastDays(STATS_DAYS.standard, today)), link: {} },
    preset('Last 90 days', lastDays(90, today)),
    preset('This month', month),
  ];
}

export function samePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

function preset(label: string, period: Period): Preset {
  return { label, period, link: { from: period.from, to: period.to } };
}

/** `Date` reads 31 February as 3 March. */
function isDay(day: string): boolean {
  const time = DAY.test(day) ? Date.parse(day) : NaN;
  return !Number.isNaN(time) && dayOf(new Date(time)) === day;
}
