import { Injectable } from '@nestjs/common';
import type { JobState } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named, unnamed } from '../platform/database/statement.js';

export interface JobRow {
  id: number;
  handler: string;
  recipient: string;
  eventId: number;
  eventType: string;
  ticketId: number | null;
  tries: number;
  nextTryAt: Date;
  lastError: string | null;
  deadAt: Date | null;
}

const COLUMNS = `d.id::int as id, d.handler, d.recipient, e.id::int as "eventId", e.type as "eventType",
  e.ticket_id as "ticketId", d.tries, d.next_try_at as "nextTryAt", d.last_error as "lastError", d.dead_at as "deadAt"`;

/** Each is the condition of a partial index in the order of ids. */
const STATES: Record<JobState, string> = {
  dead: 'd.dead_at is not null',
  waiting: 'd.done_at is null and d.dead_at is null',
};

/** From its first try on, as if it were new. */
const REVIVED = `tries = 0, dead_at = null, next_try_at = now(), rung_at = null, leased_until = null`;

const FIND = named<JobRow & { isDone: boolean }>(
  'jobs.find',
  `select ${COLUMNS}, d.done_at is not null as "isDone" from deliveries d join events e on e.id = d.event_id
    where d.id = $1`,
);

const REVIVE = named<{ id: number }>(
  'jobs.revive',
  `update deliveries set ${REVIVED} where id = $1 and dead_at is not null returning id::int`,
);

const REVIVE_ALL = named<{ id: number }>(
  'jobs.revive-all',
  `update deliveries set ${REVIVED} where id in
     (select id from deliveries where dead_at is not null and ($1::text is null or handler = $1)
       order by id limit 1000 for update skip locked)
   returning id::int`,
);

/** All SQL about jobs as admins see them. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, from the one before `beforeId`. */
  list(state: JobState, handler: string | undefined, beforeId: number, limit: number): Promise<JobRow[]> {
    const text = `select ${COLUMNS} from deliveries d join events e on e.id = d.event_id
      where ${STATES[state]} and d.id < $1 and ($2::text is null or d.handler = $2) order by d.id desc limit $3`;
    return this.database.rows(unnamed<JobRow>(text), [beforeId, handler ?? null, limit]);
  }

  async find(id: number): Promise<(JobRow & { isDone: boolean }) | undefined> {
    const [row] = await this.database.rows(FIND, [id]);
    return row;
  }

  /** @returns false when it is not dead */
  async revive(tx: Tx, id: number): Promise<boolean> {
    return (await rowsIn(tx, REVIVE, [id])).length === 1;
  }

  async reviveAll(tx: Tx, handler: string | undefined): Promise<number> {
    return (await rowsIn(tx, REVIVE_ALL, [handler ?? null])).length;
  }
}
