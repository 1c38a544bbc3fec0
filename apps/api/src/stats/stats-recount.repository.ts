import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named, type Statement, unnamed } from '../platform/database/statement.js';
import { KEPT, LEVEL_TABLE, placesOf, SERIES, TICKET_FACTS } from './stats-series.js';
import { IN_SPREADS, spreadOf } from './stats-spread.js';
import { LOCK_COUNTERS } from './stats.repository.js';

const COUNTED_AT_ONCE = 10_000;

/** A bite takes a second; putting right a whole series of a million tickets may take minutes, and nobody waits for it. */
const PATIENCE_MS = 600_000;
const patient = <Row extends object>(text: string): Statement<Row> => ({ text, query_timeout: PATIENCE_MS });

const LAST_TICKET = named<{ id: number }>(
  'stats.last-ticket',
  `select coalesce(max(id), 0) as id from tickets`,
);

const MAKE_ROOM = unnamed(`create temporary table stats_recount (
  series smallint not null, day integer not null, value integer not null, bucket smallint not null, n integer not null
) on commit drop`);

const RECOUNT = patient<{ tickets: number }>(
  `with f as (${TICKET_FACTS} and t.id > $1 and t.id <= $2),
   counted as (
     insert into stats_recount (series, day, value, bucket, n)
     select p.series, p.day, p.value, p.bucket, count(*) from f cross join lateral ${placesOf()}
      where p.day is not null group by 1, 2, 3, 4)
   select count(*)::int as tickets from f`,
);

/** What the counters of one series, with the changes that are not folded yet, are off by; and puts it right. */
const repairOf = (series: keyof typeof SERIES) =>
  patient<{ differences: number }>(`
    with expected as (
      select l.level, p.day >> (3 * l.level) as block, p.value, p.bucket, sum(p.n) as n
        from stats_recount p cross join ${LEVEL_TABLE}
       where p.series = ${SERIES[series]} and ${KEPT} group by 1, 2, 3, 4),
    fresh as (
      select l.level, p.day >> (3 * l.level) as block, p.value, p.bucket, f.sign as n
        from stats_changes f cross join lateral ${placesOf([SERIES[series]])} cross join ${LEVEL_TABLE}
       where p.day is not null and ${KEPT}),
    counted as (
      select level, block, value, bucket, sum(n) as n from (
        select level, block, value, bucket, n from stats_rollups where series = ${SERIES[series]}
        union all select * from fresh) c group by 1, 2, 3, 4),
    difference as (
      select level, block, value, bucket, coalesce(e.n, 0) - coalesce(c.n, 0) as n
        from expected e full join counted c using (level, block, value, bucket)
       where coalesce(e.n, 0) <> coalesce(c.n, 0)),
    repaired as (
      insert into stats_rollups as r (series, level, block, value, bucket, n)
      select ${SERIES[series]}, level, block, value, bucket, n from difference
      on conflict (series, level, block, value, bucket) do update set n = r.n + excluded.n)
    select count(*)::int as differences from difference`);

/** The same of a series that is kept in spreads. */
const repairSpreadsOf = (series: keyof typeof SERIES) =>
  patient<{ differences: number }>(`
    with expected as (
      select l.level, p.day >> (3 * l.level) as block, p.value, sum(${spreadOf('p.n', 'p.bucket')}) as spread
        from stats_recount p cross join ${LEVEL_TABLE} where p.series = ${SERIES[series]} group by 1, 2, 3),
    fresh as (
      select l.level, p.day >> (3 * l.level) as block, p.value, ${spreadOf('f.sign', 'p.bucket')} as spread
        from stats_changes f cross join lateral ${placesOf([SERIES[series]])} cross join ${LEVEL_TABLE}
       where p.day is not null),
    counted as (
      select level, block, value, sum(spread) as spread from (
        select level, block, value, spread from stats_spreads where series = ${SERIES[series]}
        union all select * from fresh) c group by 1, 2, 3),
    difference as (
      select level, block, value, coalesce(e.spread, 0) - coalesce(c.spread, 0) as spread
        from expected e full join counted c using (level, block, value)
       where coalesce(e.spread, 0) <> coalesce(c.spread, 0)),
    repaired as (
      insert into stats_spreads as s (series, level, block, value, spread)
      select ${SERIES[series]}, level, block, value, spread from difference
      on conflict (series, level, block, value) do update set spread = s.spread + excluded.spread)
    select count(*)::int as differences from difference`);

const REPAIRS = (Object.keys(SERIES) as (keyof typeof SERIES)[]).map(
  (name) => [name, IN_SPREADS.includes(SERIES[name]) ? repairSpreadsOf(name) : repairOf(name)] as const,
);

const DROP_ZEROS = ['stats_rollups where n = 0', 'stats_spreads where spread = 0'].map((zeros) =>
  patient(`delete from ${zeros}`),
);

const REPORT = named<Reconciliation>(
  'stats.report',
  `insert into stats_reconciliations (tickets, differences, details) values ($1, $2, $3)
   returning tickets, differences, details`,
);

/** Nobody looks at older ones. */
const DROP_OLD_REPORTS = named(
  'stats.drop-old-reports',
  `delete from stats_reconciliations where reconciled_at < now() - interval '1 year'`,
);

export interface Reconciliation {
  tickets: number;
  differences: number;
  /** How many in which series. */
  details: Record<string, number>;
}

/** The SQL that counts all tickets anew. */
@Injectable()
export class StatsRecountRepository {
  constructor(private readonly database: Database) {}

  /**
   * Counts all tickets as they are at one moment, while they go on changing, and compares. It takes bounded
   * bites; no counter is written meanwhile, and no ticket has to wait.
   */
  recount(): Promise<Reconciliation> {
    return this.database.transaction(async (tx) => {
      await rowsIn(tx, unnamed('set transaction isolation level repeatable read'));
      await rowsIn(tx, unnamed(`set local statement_timeout = ${PATIENCE_MS}`));
      await rowsIn(tx, unnamed(LOCK_COUNTERS));
      await rowsIn(tx, MAKE_ROOM);
      const tickets = await this.countTickets(tx);
      const details = await this.repair(tx);
      const differences = Object.values(details).reduce((sum, count) => sum + count, 0);
      for (const statement of DROP_ZEROS) await rowsIn(tx, statement);
      await rowsIn(tx, DROP_OLD_REPORTS);
      const [report] = await rowsIn(tx, REPORT, [tickets, differences, details]);
      return report!;
    });
  }

  private async countTickets(tx: Tx): Promise<number> {
    const [last] = await rowsIn(tx, LAST_TICKET);
    let tickets = 0;
    for (const range of rangesUpTo(last!.id)) {
      const [counted] = await rowsIn(tx, RECOUNT, range);
      tickets += counted!.tickets;
    }
    await rowsIn(tx, patient('analyze stats_recount'));
    return tickets;
  }

  private async repair(tx: Tx): Promise<Record<string, number>> {
    const details: Record<string, number> = {};
    for (const [name, statement] of REPAIRS) {
      const [found] = await rowsIn(tx, statement);
      if (found!.differences > 0) details[name] = found!.differences;
    }
    return details;
  }
}

function rangesUpTo(id: number): [after: number, upTo: number][] {
  const count = Math.ceil(id / COUNTED_AT_ONCE);
  return Array.from({ length: count }, (_, i) => [i * COUNTED_AT_ONCE, (i + 1) * COUNTED_AT_ONCE]);
}
