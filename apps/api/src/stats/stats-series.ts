import {
  ACTIVE_TICKET_STATUSES,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
} from '@ticketing/contracts';

/** Everything that is counted. The numbers stand in the tables: never use one again for something else. */
export const SERIES = {
  nowByPriority: 1,
  nowByCategory: 2,
  nowByAssignee: 3,
  activeByCreation: 4,
  createdByStatus: 5,
  createdByPriority: 6,
  createdByCategory: 7,
  createdByHour: 8,
  resolvedByPriority: 9,
  resolvedByCategory: 10,
  firstResponse: 11,
  firstResponseByAssignee: 12,
  resolution: 13,
  resolutionByAssignee: 14,
  rated: 15,
  ratedByAssignee: 16,
} as const;
export type Series = (typeof SERIES)[keyof typeof SERIES];

/** Durations: their buckets are ranked for median and p90. */
export const DURATIONS: readonly Series[] = [SERIES.firstResponse, SERIES.resolution];

/** These are also kept for 8 and for 64 days in a row, so that a year is a handful of blocks. */
const IN_BLOCKS: readonly Series[] = Object.values(SERIES).filter(
  (series) => series > SERIES.activeByCreation && series !== SERIES.createdByHour,
);

/** Days of a block of each level: 1, 8, 64. */
export const LEVELS = [0, 1, 2] as const;
export const DAYS_OF_LEVEL = [1, 8, 64] as const;

/**
 * Durations are counted in buckets that grow by the factor g, as DDSketch does (Masson, Rim, Lee: "DDSketch: a fast and
 * fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019): bucket i holds what is above g^(i-1) and
 * up to g^i seconds. Its middle is at most tanh(ln(g) / 2) away from everything in it: 2 % of it. For each
 * assignee 5 %: with fewer buckets a year of many assignees is still read in no time.
 */
const LN_GROWTH = { all: 0.04, assignee: 0.1 } as const;
type Fineness = keyof typeof LN_GROWTH;

export function secondsOfBucket(bucket: number, fineness: Fineness): number {
  const growth = LN_GROWTH[fineness];
  return Math.round((2 * Math.exp(growth * bucket)) / (Math.exp(growth) + 1));
}

const bucket = (from: string, to: string, fineness: Fineness) =>
  `ceil(ln(greatest(extract(epoch from ${to} - ${from})::float8, 1)) / ${LN_GROWTH[fineness]})`;
const day = (moment: string) => `((${moment} at time zone 'UTC')::date - date '1970-01-01')`;
/** From 1: `array_position` counts so. */
const place = (values: readonly string[], column: string) =>
  `array_position('{${values.join()}}'::text[], ${column})`;

const ACTIVE = `f.status in (${ACTIVE_TICKET_STATUSES.map((status) => `'${status}'`).join()})`;
const STATUS = place(TICKET_STATUSES, 'f.status');
const PRIORITY = place(TICKET_PRIORITIES, 'f.priority');
const CATEGORY = place(TICKET_CATEGORIES, 'f.category');
const ASSIGNEE = 'coalesce(f.assigned_to_id, 0)';
const CREATED = day('f.created_at');
const RESOLVED = day('f.resolved_at');
const ANSWERED = day('f.first_response_at');
const RATED = day('f.rated_at');
const answerTime = (fineness: Fineness) => bucket('f.created_at', 'f.first_response_at', fineness);
const resolutionTime = (fineness: Fineness) => bucket('f.created_at', 'f.resolved_at', fineness);

/**
 * Where a ticket counts: the one definition that folding, reading, filling and recounting share. The facts of a
 * ticket (`f`: a row of stats_changes, or of the tickets themselves) become rows of (series, day, value, bucket).
 * Without a day it does not count there.
 */
const PLACES: Record<keyof typeof SERIES, [day: string, value: string, bucket: string]> = {
  nowByPriority: ['0', PRIORITY, STATUS],
  nowByCategory: ['0', CATEGORY, STATUS],
  nowByAssignee: ['0', ASSIGNEE, STATUS],
  activeByCreation: [`case when ${ACTIVE} then ${CREATED} end`, '0', '0'],
  createdByStatus: [CREATED, STATUS, '0'],
  createdByPriority: [CREATED, PRIORITY, '0'],
  createdByCategory: [CREATED, CATEGORY, '0'],
  createdByHour: [CREATED, `extract(hour from f.created_at at time zone 'UTC')::int`, '0'],
  resolvedByPriority: [RESOLVED, PRIORITY, '0'],
  resolvedByCategory: [RESOLVED, CATEGORY, '0'],
  firstResponse: [ANSWERED, '0', answerTime('all')],
  firstResponseByAssignee: [ANSWERED, ASSIGNEE, answerTime('assignee')],
  resolution: [RESOLVED, '0', resolutionTime('all')],
  resolutionByAssignee: [RESOLVED, ASSIGNEE, resolutionTime('assignee')],
  rated: [RATED, '0', 'f.score'],
  ratedByAssignee: [RATED, ASSIGNEE, 'f.score'],
};

/** The places of the facts `f` as a table `p(series, day, value, bucket)`; only these series, if some are given. */
export function placesOf(series: readonly Series[] = Object.values(SERIES)): string {
  const rows = Object.entries(PLACES)
    .map(([name, columns]) => [SERIES[name as keyof typeof SERIES], ...columns] as const)
    .filter(([number]) => series.includes(number))
    .map(([number, on, value, second]) => `(${number}::smallint, ${on}, ${value}, (${second})::smallint)`);
  return `(values ${rows.join(', ')}) as p(series, day, value, bucket)`;
}

/** The levels on which a series is kept, as a condition on `p.series` and `l.level`. */
export const KEPT = `(l.level = 0 or p.series in (${IN_BLOCKS.join()}))`;
export const LEVEL_TABLE = `(values ${LEVELS.map((level) => `(${level}::smallint)`).join()}) as l(level)`;

/** Facts of the tickets themselves, `f`; deleted ones count nowhere. */
export const TICKET_FACTS = `select t.id, t.created_at, t.first_response_at, t.resolved_at, t.rated_at, t.assigned_to_id,
    t.score, t.status, t.priority::text as priority, t.category from tickets t where t.deleted_at is null`;
