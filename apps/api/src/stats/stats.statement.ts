import { named, type Statement } from '../platform/database/statement.js';
import { blocksOf, type Days } from './stats-days.js';
import { DURATIONS, placesOf, SERIES, type Series } from './stats-series.js';

/** A number of the answer. */
export interface StatRow {
  /** Which sum it belongs to: `current`, `previous`, `later` (a period), `now`, `backlog`, `day` or `heat`. */
  part: string;
  series: Series;
  value: number;
  bucket: number;
  n: number;
  /** Buckets, of durations only. */
  median: number | null;
  p90: number | null;
}

/** Counters `c(series, day, value, bucket, n)` that are listed one by one instead of summed over a period. */
interface Listing {
  part: string;
  series: readonly Series[];
  where: string;
  value: string;
  bucket: string;
}

interface Wanted {
  name: string;
  /** Summed over the periods that are asked for. */
  overPeriods: readonly Series[];
  listings: readonly Listing[];
}

/**
 * Reads counters and what is not folded into them yet, in one statement: so both are of the same moment, and each
 * number is exact. `offset 0` makes it look up block by block: a planner that misjudges how many there are would
 * read the whole table. Its cost depends on the days asked for and on how many assignees there are, not on the tickets.
 */
function statementFor({ name, overPeriods, listings }: Wanted): Statement<StatRow> {
  const all = [...new Set([...overPeriods, ...listings.flatMap(({ series }) => series)])];
  return named<StatRow>(
    name,
    `with period(part, first, last) as (select * from unnest($1::text[], $2::int[], $3::int[])),
     span(part, level, block) as (select * from unnest($4::text[], $5::smallint[], $6::int[])),
     fresh as materialized (
       select p.series, p.day, p.value, p.bucket, sum(f.sign)::int as n
         from stats_changes f cross join lateral ${placesOf(all)}
        where p.day is not null group by 1, 2, 3, 4 having sum(f.sign) <> 0),
     cell(part, series, value, bucket, n) as (
       select s.part, r.series, r.value, r.bucket, r.n from span s cross join lateral (
         select * from stats_rollups r where r.level = s.level and r.block = s.block and ${oneOf('r', overPeriods)}
         offset 0) r
       union all
       select p.part, f.series, f.value, f.bucket, f.n from period p
         join fresh f on f.day between p.first and p.last and ${oneOf('f', overPeriods)}
       ${listings.map(listed).join('\n')}),
     total as (
       select part, series, value, bucket, sum(n) as n from cell group by 1, 2, 3, 4 having sum(n) <> 0),
     ranked as (
       select *, sum(n) over (partition by part, series, value order by bucket) as up_to,
              sum(n) over (partition by part, series, value) as whole
         from total where ${oneOf('total', DURATIONS)})
     select part, series, value, bucket::int, n::int, null::int as median, null::int as p90
       from total where not ${oneOf('total', DURATIONS)}
     union all
     select part, series, value, 0, whole::int, min(bucket) filter (where up_to * 2 >= whole),
            min(bucket) filter (where up_to * 10 >= whole * 9)
       from ranked group by part, series, value, whole`,
  );
}

const oneOf = (table: string, series: readonly Series[]) =>
  series.length === 0 ? 'false' : `${table}.series in (${series.join()})`;

function listed({ part, series, where, value, bucket }: Listing): string {
  const select = (source: string) => `union all
    select '${part}', c.series, ${value}, ${bucket}, c.n from (${source}) c
     where ${oneOf('c', series)} and ${where}`;
  const kept = 'select series, block as day, value, bucket, n from stats_rollups where level = 0';
  return select(kept) + '\n' + select('select series, day, value, bucket, n from fresh');
}

const { nowByPriority, nowByCategory, nowByAssignee, activeByCreation, createdByHour } = SERIES;
const { createdByStatus, createdByPriority, createdByCategory, resolvedByPriority, resolvedByCategory } =
  SERIES;

const IN_PERIOD = 'c.day between $7 and $8';
const NOW = { part: 'now', where: 'c.day = 0', value: 'c.value', bucket: 'c.bucket' };
const BACKLOG = { part: 'backlog', series: [activeByCreation], where: 'true', value: 'c.day', bucket: '0' };

/** Of everything. $7 and $8: the first and the last day that are listed one by one. */
export const READ_STATS = statementFor({
  name: 'stats.read',
  overPeriods: [
    createdByStatus,
    createdByPriority,
    createdByCategory,
    resolvedByPriority,
    resolvedByCategory,
    SERIES.firstResponse,
    SERIES.resolution,
    SERIES.rated,
  ],
  listings: [
    { ...NOW, series: [nowByPriority, nowByCategory, nowByAssignee] },
    BACKLOG,
    {
      part: 'day',
      series: [createdByPriority, resolvedByPriority],
      where: IN_PERIOD,
      value: 'c.day',
      bucket: '0',
    },
    // 1970-01-01 was a Thursday; Monday is 0
    { part: 'heat', series: [createdByHour], where: IN_PERIOD, value: '(c.day + 3) % 7', bucket: 'c.value' },
  ],
});

/** Of this moment, for the note of the day. */
export const READ_NOW = statementFor({
  name: 'stats.read-now',
  overPeriods: [],
  listings: [{ ...NOW, series: [nowByAssignee] }, BACKLOG],
});

/** The first six values: periods as days for what is not folded, and as blocks for what is. */
export function periodValues(periods: Record<string, Days>): unknown[] {
  const named = Object.entries(periods);
  const blocks = named.flatMap(([part, days]) => blocksOf(days).map((block) => ({ part, ...block })));
  return [
    named.map(([part]) => part),
    named.map(([, { first }]) => first),
    named.map(([, { last }]) => last),
    blocks.map(({ part }) => part),
    blocks.map(({ level }) => level),
    blocks.map(({ block }) => block),
  ];
}
