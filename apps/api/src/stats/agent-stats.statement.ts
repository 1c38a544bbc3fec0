import { named } from '../platform/database/statement.js';
import { placesOf, SERIES, type Series } from './stats-series.js';
import { IN_SPREADS, spreadOf } from './stats-spread.js';

/** What counts for an assignee: tickets now, by the place of their status, or a spread over the period. */
export interface AgentRow {
  series: Series;
  /** Id of the assignee; 0: nobody. */
  value: number;
  spread: string;
}

const NOW = SERIES.nowByAssignee;
const SPREADS = IN_SPREADS.join();

/**
 * Reads counters and what is not folded into them yet, in one statement, as `stats.statement.ts` does, with the same values.
 * What there is now becomes a spread over the statuses: one shape for all.
 */
export const READ_AGENTS = named<AgentRow>(
  'stats.read-agents',
  `with period(part, first, last) as (select * from unnest($1::text[], $2::int[], $3::int[])),
   span(part, level, block) as (select * from unnest($4::text[], $5::smallint[], $6::int[])),
   fresh as materialized (
     select p.series, p.day, p.value, sum(${spreadOf('f.sign', 'p.bucket')}) as spread
       from stats_changes f cross join lateral ${placesOf([NOW, ...IN_SPREADS])}
      where p.day is not null group by 1, 2, 3),
   cell as (
     select s.series, s.value, s.spread from span cross join lateral (
       select * from stats_spreads s
        where s.series in (${SPREADS}) and s.level = span.level and s.block = span.block offset 0) s
     union all
     select f.series, f.value, f.spread from period p
       join fresh f on f.day between p.first and p.last and f.series in (${SPREADS})
     union all
     select r.series, r.value, ${spreadOf('r.n', 'r.bucket')} from stats_rollups r
      where r.series = ${NOW} and r.level = 0 and r.block = 0
     union all
     select series, value, spread from fresh where series = ${NOW})
   select series, value, sum(spread)::text as spread from cell group by 1, 2 having sum(spread) <> 0`,
);
