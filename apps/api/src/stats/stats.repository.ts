import { Injectable } from '@nestjs/common';
import type { StatsReconciliation } from '@ticketing/contracts';
import { Database, rowsIn } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import type { Days } from './stats-days.js';
import { KEPT, LEVEL_TABLE, placesOf } from './stats-series.js';
import { IN_SPREADS, spreadOf } from './stats-spread.js';
import { type AgentRow, READ_AGENTS } from './agent-stats.statement.js';
import { periodValues, READ_NOW, READ_STATS, type StatRow } from './stats.statement.js';

/** Rows of changes that one transaction folds. */
export const FOLDED_AT_ONCE = 2_000;

/**
 * Held by whoever writes counters: so a recount compares what nobody writes meanwhile. As a lock of a table, because that is
 * taken before the snapshot of a transaction is; readers of the table are not kept waiting.
 */
export const LOCK_COUNTERS = 'lock table stats_reconciliations in exclusive mode';

const LOCK_COUNTERS_NOW = named('stats.lock-now', `${LOCK_COUNTERS} nowait`);

const FOLD = named<{ folded: number }>(
  'stats.fold',
  `with f as (
     delete from stats_changes where id in (select id from stats_changes order by id limit ${FOLDED_AT_ONCE}) returning *),
   counted as (
     select p.series, p.day, p.value, p.bucket, sum(f.sign) as n from f cross join lateral ${placesOf()}
      where p.day is not null group by 1, 2, 3, 4 having sum(f.sign) <> 0),
   kept as (
     insert into stats_rollups as r (series, level, block, value, bucket, n)
     select p.series, l.level, p.day >> (3 * l.level), p.value, p.bucket, sum(p.n)
       from counted p cross join ${LEVEL_TABLE} where ${KEPT} and p.series not in (${IN_SPREADS.join()})
      group by 1, 2, 3, 4, 5
     on conflict (series, level, block, value, bucket) do update set n = r.n + excluded.n),
   spread as (
     insert into stats_spreads as s (series, level, block, value, spread)
     select p.series, l.level, p.day >> (3 * l.level), p.value, sum(${spreadOf('p.n', 'p.bucket')})
       from counted p cross join ${LEVEL_TABLE} where p.series in (${IN_SPREADS.join()}) group by 1, 2, 3, 4
     on conflict (series, level, block, value) do update set spread = s.spread + excluded.spread)
   select count(*)::int as folded from f`,
);

const NOTE_DAY = named(
  'stats.note-day',
  `insert into stats_days as d (day, unassigned, backlog_days) values ($1, $2, $3)
   on conflict (day) do update set unassigned = excluded.unassigned, backlog_days = excluded.backlog_days
    where (d.unassigned, d.backlog_days) is distinct from (excluded.unassigned, excluded.backlog_days)`,
);

export interface NotedDay {
  unassigned: number;
  backlogDays: number | null;
}

const NOTED_DAY = named<NotedDay>(
  'stats.noted-day',
  `select unassigned, backlog_days as "backlogDays" from stats_days where day = $1`,
);

const LAST_RECONCILIATION = named<{ reconciledAt: Date; differences: number }>(
  'stats.last-reconciliation',
  `select reconciled_at as "reconciledAt", differences from stats_reconciliations order by id desc limit 1`,
);

/** All SQL about counters, except recounting. */
@Injectable()
export class StatsRepository {
  constructor(private readonly database: Database) {}

  /** @param listed the days that are wanted one by one */
  readStats(periods: Record<string, Days>, { first, last }: Days): Promise<StatRow[]> {
    return this.database.rows(READ_STATS, [...periodValues(periods), first, last]);
  }

  /** What each assignee has now, and what of the period counts for them. */
  readAgents(period: Days): Promise<AgentRow[]> {
    return this.database.rows(READ_AGENTS, periodValues({ current: period }));
  }

  readNow(): Promise<StatRow[]> {
    return this.database.rows(READ_NOW, periodValues({}));
  }

  /**
   * Takes the oldest changes into the counters.
   * @returns how many
   * @throws Error 55P03 while somebody else writes counters
   */
  fold(): Promise<number> {
    return this.database.transaction(async (tx) => {
      await rowsIn(tx, LOCK_COUNTERS_NOW);
      const [row] = await rowsIn(tx, FOLD);
      return row!.folded;
    });
  }

  async noteDay(day: number, { unassigned, backlogDays }: NotedDay): Promise<void> {
    await this.database.rows(NOTE_DAY, [day, unassigned, backlogDays]);
  }

  /** Undefined when nobody noted that day. */
  async notedDay(day: number): Promise<NotedDay | undefined> {
    const [row] = await this.database.rows(NOTED_DAY, [day]);
    return row;
  }

  async lastReconciliation(): Promise<StatsReconciliation> {
    const [row] = await this.database.rows(LAST_RECONCILIATION);
    return { reconciled_at: row?.reconciledAt.toISOString() ?? null, differences: row?.differences ?? 0 };
  }
}
