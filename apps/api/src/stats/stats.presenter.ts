import {
  type Compared,
  type StatsDay,
  type StatsDurations,
  type StatsReconciliation,
  type StatsSatisfaction,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketStats,
} from '@ticketing/contracts';
import type { UserRefs } from '../users/index.js';
import type { StatNumbers } from './stat-numbers.js';
import { presentBacklog } from './stats-backlog.js';
import { dayName, type Days, lengthOf, presentPeriod } from './stats-days.js';
import { STATS_DEFINITIONS } from './stats-definitions.js';
import { presentNow } from './stats-now.js';
import { secondsOfBucket, SERIES, type Series } from './stats-series.js';
import type { NotedDay } from './stats.repository.js';
import type { StatRow } from './stats.statement.js';

export interface StatsFacts {
  period: Days;
  before: Days;
  today: number;
  numbers: StatNumbers;
  /** How the last day of the period before ended. */
  noted: NotedDay | undefined;
  people: UserRefs;
  reconciliation: StatsReconciliation;
}

export function presentStats(facts: StatsFacts): TicketStats {
  const { period, before, today, numbers, noted, people, reconciliation } = facts;
  const days = presentDays(period, numbers);
  const sum = (series: Series) => compared((part) => numbers.sum(part, series));
  return {
    period: presentPeriod(period),
    previous_period: presentPeriod(before),
    definitions: STATS_DEFINITIONS,
    active: { value: numbers.active, previous: activeBefore(days) },
    unassigned: { value: numbers.unassigned, previous: noted?.unassigned ?? null },
    backlog: presentBacklog(numbers, today, noted?.backlogDays ?? null),
    created: sum(SERIES.createdByPriority),
    resolved: sum(SERIES.resolvedByPriority),
    first_response: presentDurations(numbers, SERIES.firstResponse),
    resolution: presentDurations(numbers, SERIES.resolution),
    satisfaction: presentSatisfaction(numbers),
    now: presentNow(numbers, people),
    per_day: days,
    ...presentFlows(numbers),
    heat_map: presentHeat(numbers),
    reconciliation,
  };
}

export function compared<Value>(of: (part: string) => Value): Compared<Value> {
  return { value: of('current'), previous: of('previous') };
}

/** Backwards from now: what was active at the end of a day is what is, less what came since, and what was resolved since. */
function presentDays(period: Days, numbers: StatNumbers): StatsDay[] {
  const { createdByPriority, resolvedByPriority } = SERIES;
  const count = (series: Series) => new Map(numbers.of('day', series).map(({ value, n }) => [value, n]));
  const [created, resolved] = [count(createdByPriority), count(resolvedByPriority)];
  let active =
    numbers.active - numbers.sum('later', createdByPriority) + numbers.sum('later', resolvedByPriority);
  const days = Array.from({ length: lengthOf(period) }, (_, i) => period.last - i).map((day) => {
    const line = {
      day: dayName(day),
      created: created.get(day) ?? 0,
      resolved: resolved.get(day) ?? 0,
      active,
    };
    active += line.resolved - line.created;
    return line;
  });
  return days.reverse();
}

function activeBefore([first]: StatsDay[]): number {
  return first!.active - first!.created + first!.resolved;
}

function presentDurations(numbers: StatNumbers, series: Series): StatsDurations {
  const row = (part: string) => numbers.of(part, series)[0];
  return {
    count: compared((part) => row(part)?.n ?? 0),
    median: compared((part) => secondsOf(row(part)?.median)),
    p90: compared((part) => secondsOf(row(part)?.p90)),
  };
}

function secondsOf(bucket: number | null | undefined): number | null {
  return bucket == null ? null : secondsOfBucket(bucket, 'all');
}

/** How many there are of each score, 1 first. */
export function scoresOf(rows: Pick<StatRow, 'bucket' | 'n'>[]): number[] {
  return [1, 2, 3, 4, 5].map((score) =>
    rows.filter(({ bucket }) => bucket === score).reduce((sum, { n }) => sum + n, 0),
  );
}

/** Count, mean and share of 4 and 5. */
export function judge(scores: number[]) {
  const count = scores.reduce((sum, n) => sum + n, 0);
  if (count === 0) return { count, mean: null, satisfied: null };
  const sum = scores.reduce((total, n, i) => total + n * (i + 1), 0);
  const good = scores[3]! + scores[4]!;
  return { count, mean: rounded(sum / count, 2), satisfied: rounded(good / count, 4) };
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

function presentSatisfaction(numbers: StatNumbers): StatsSatisfaction {
  const scores = compared((part) => scoresOf(numbers.of(part, SERIES.rated)));
  const [now, before] = [judge(scores.value), judge(scores.previous)];
  return {
    count: { value: now.count, previous: before.count },
    mean: { value: now.mean, previous: before.mean },
    satisfied: { value: now.satisfied, previous: before.satisfied },
    scores: scores.value,
  };
}

function presentFlows(numbers: StatNumbers): Pick<TicketStats, 'by_status' | 'by_priority' | 'by_category'> {
  const of = <Value>(series: Series, values: readonly Value[]) => {
    const { value, previous } = compared((part) => numbers.sums(part, series, values));
    return (i: number): Compared => ({ value: value[i]!, previous: previous[i]! });
  };
  const byStatus = of(SERIES.createdByStatus, TICKET_STATUSES);
  const [priorityIn, priorityOut] = [
    of(SERIES.createdByPriority, TICKET_PRIORITIES),
    of(SERIES.resolvedByPriority, TICKET_PRIORITIES),
  ];
  const [categoryIn, categoryOut] = [
    of(SERIES.createdByCategory, TICKET_CATEGORIES),
    of(SERIES.resolvedByCategory, TICKET_CATEGORIES),
  ];
  return {
    by_status: TICKET_STATUSES.map((status, i) => ({ status, created: byStatus(i) })),
    by_priority: TICKET_PRIORITIES.map((priority, i) => ({
      priority,
      created: priorityIn(i),
      resolved: priorityOut(i),
    })),
    by_category: TICKET_CATEGORIES.map((category, i) => ({
      category,
      created: categoryIn(i),
      resolved: categoryOut(i),
    })),
  };
}

function presentHeat(numbers: StatNumbers): number[][] {
  const heat = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  for (const { value, bucket, n } of numbers.of('heat', SERIES.createdByHour)) heat[value]![bucket] = n;
  return heat;
}
