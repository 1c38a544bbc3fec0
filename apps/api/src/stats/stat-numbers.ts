import { ACTIVE_TICKET_STATUSES, TICKET_STATUSES, type TicketStatus } from '@ticketing/contracts';
import { SERIES, type Series } from './stats-series.js';
import type { StatRow } from './stats.statement.js';

/** Where something stands in its list, as the counters have it: from 1. */
export const placeOf = <Value>(values: readonly Value[], value: Value) => values.indexOf(value) + 1;

/** The rows of an answer, to be asked for sums. */
export class StatNumbers {
  private readonly rows = new Map<string, StatRow[]>();

  constructor(rows: StatRow[]) {
    for (const row of rows) {
      const key = `${row.part} ${row.series}`;
      const known = this.rows.get(key);
      if (known) known.push(row);
      else this.rows.set(key, [row]);
    }
  }

  of(part: string, series: Series): StatRow[] {
    return this.rows.get(`${part} ${series}`) ?? [];
  }

  /** All values, unless one is named. */
  sum(part: string, series: Series, value?: number): number {
    return this.of(part, series)
      .filter((row) => value === undefined || row.value === value)
      .reduce((sum, { n }) => sum + n, 0);
  }

  /** Tickets of a value now, in one of these statuses. */
  now(series: Series, statuses?: readonly TicketStatus[], value?: number): number {
    const buckets = statuses?.map((status) => placeOf<TicketStatus>(TICKET_STATUSES, status));
    return this.of('now', series)
      .filter((row) => value === undefined || row.value === value)
      .filter(({ bucket }) => buckets === undefined || buckets.includes(bucket))
      .reduce((sum, { n }) => sum + n, 0);
  }

  /** Each value's sum, in the order of `values`. */
  sums<Value>(part: string, series: Series, values: readonly Value[]): number[] {
    return values.map((value) => this.sum(part, series, placeOf(values, value)));
  }

  get active(): number {
    return this.now(SERIES.nowByAssignee, ACTIVE_TICKET_STATUSES);
  }

  get unassigned(): number {
    return this.now(SERIES.nowByAssignee, ACTIVE_TICKET_STATUSES, 0);
  }

  /** Ids of who has tickets. */
  get assignees(): number[] {
    const ids = this.of('now', SERIES.nowByAssignee).map(({ value }) => value);
    return [...new Set(ids)].filter((id) => id > 0);
  }
}
