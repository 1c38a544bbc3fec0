import { Injectable } from '@nestjs/common';
import { Env } from '../config/env.js';
import { Database, rowsIn, type Tx } from '../database/database.js';
import { named } from '../database/statement.js';
import type { EventHandler, StoredEvent } from './event-handlers.js';

/** What is due and not in anybody's hands. */
const DUE = `d.done_at is null and d.dead_at is null and d.next_try_at <= now()
  and (d.leased_until is null or d.leased_until < now())`;

/** Told to the queue that long ago, and still due: the queue has forgotten it (Redis was flushed, a worker died). */
const FORGOTTEN = `interval '10 seconds'`;

const RING = named<RungDelivery>(
  'deliveries.ring',
  `update deliveries set rung_at = now() where id in
     (select d.id from deliveries d
       where ${DUE} and (d.rung_at is null or d.rung_at < d.next_try_at or d.rung_at < now() - ${FORGOTTEN})
       order by d.next_try_at limit 500 for update skip locked)
   returning id, handler, tries`,
);

const UNRING = named(
  'deliveries.unring',
  `update deliveries set rung_at = null where id = any($1::bigint[])`,
);

/** One after the other for one handler and recipient: else two would gather the same, or pass the limit. */
const TARGET = named<{ handler: string }>(
  'deliveries.lock-target',
  `select handler, pg_advisory_xact_lock(hashtextextended(handler || ' ' || recipient, 0))
     from deliveries where id = $1`,
);

interface TakenRow extends StoredEvent {
  deliveryId: string;
  recipient: string;
  tries: number;
}

/**
 * Counts the try before it is made, so that a delivery that kills its process ends up dead, too. What was gathered
 * goes together again, after a failure (one moment to try again) as after the death of its process (one lease), and
 * with nothing new: it may have been delivered, and what is new has tries of its own.
 */
const TAKE = named<TakenRow>(
  'deliveries.take',
  `with first as (
     select d.id, d.handler, d.recipient, d.leased_until, d.tries, d.next_try_at, e.ticket_id
       from deliveries d join events e on e.id = d.event_id
      where d.id = $1 and ${DUE}
        and ($4::int is null or d.recipient = '' or $4 > (
          select count(*) from deliveries busy
           where busy.handler = d.handler and busy.recipient = d.recipient and busy.leased_until >= now()
             and busy.done_at is null and busy.dead_at is null))
   ), mine as (
     select f.id from first f
     union
     select d.id from first f join deliveries d on d.handler = f.handler and d.recipient = f.recipient
       join events e on e.id = d.event_id and e.ticket_id = f.ticket_id
      where $3 and d.recipient <> '' and d.done_at is null and d.dead_at is null
        and d.leased_until is not distinct from f.leased_until and d.tries = f.tries
        and (f.tries = 0 or f.leased_until is not null or d.next_try_at = f.next_try_at)
   )
   update deliveries d set tries = d.tries + 1, leased_until = now() + $2 * interval '1 ms'
     from mine m, events e
    where d.id = m.id and e.id = d.event_id
   returning d.id as "deliveryId", d.recipient, d.tries, e.id::int as id, e.type, e.ticket_id as "ticketId",
             e.actor_id as "actorId", e.is_internal as "isInternal", e.data, e.created_at as "createdAt"`,
);

const DONE = named(
  'deliveries.done',
  `update deliveries set done_at = now(), dead_at = null, leased_until = null, last_error = null
    where id = any($1::bigint[])`,
);

const SPLIT = named(
  'deliveries.split',
  `insert into deliveries (event_id, handler, recipient, next_try_at)
   select $1, $2, r, $4::timestamptz + $5 * interval '1 ms' from unnest($3::text[]) as r
   on conflict (event_id, handler, recipient) do nothing`,
);

/** Whoever took longer than the lease and was overtaken changes nothing any more: the try is not theirs. */
const STILL_MINE = `from unnest($1::bigint[], $2::int[]) as mine(id, tries)
  where d.id = mine.id and d.tries = mine.tries and d.done_at is null`;

const RETRY = named(
  'deliveries.retry',
  `update deliveries d set last_error = $3, leased_until = null, next_try_at = now() + $4 * interval '1 ms'
     ${STILL_MINE}`,
);

const BURY = named(
  'deliveries.bury',
  `update deliveries d set last_error = $3, leased_until = null, dead_at = now() ${STILL_MINE}`,
);

/** Its recipient is busy: the queue is not told of it again before somebody is done there, or something went wrong. */
const DEFER = named(
  'deliveries.defer',
  `update deliveries d set rung_at = now() + interval '5 minutes' where d.id = $1 and ${DUE}`,
);

const LOCK_TARGET = named(
  'deliveries.lock-named-target',
  `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`,
);

/** The next one for a recipient that takes few at once. */
const NEXT_FOR_TARGET = named(
  'deliveries.next-for-target',
  `update deliveries set rung_at = null where id =
     (select d.id from deliveries d where d.handler = $1 and d.recipient = $2 and ${DUE}
       order by d.next_try_at, d.id limit 1)`,
);

/** What is done is kept for so long. */
const KEPT = `interval '30 days'`;
const BATCH = 1_000;

const FORGET = named<{ id: string }>(
  'deliveries.forget-done',
  `delete from deliveries where id in
     (select id from deliveries where done_at < now() - ${KEPT} order by done_at limit ${BATCH}) returning id`,
);

export interface RungDelivery {
  id: string;
  handler: string;
  tries: number;
}

/** What a process has taken: with the handler that the rows name. */
export interface TakenDelivery {
  handler: string;
  rows: TakenRow[];
}

/** All SQL about deliveries on their way. */
@Injectable()
export class DeliveriesRepository {
  private readonly leaseMs: number;

  constructor(
    private readonly database: Database,
    env: Env,
  ) {
    this.leaseMs = env.JOB_LEASE_SECONDS * 1_000;
  }

  /** What the queue has to be told: each is given out once, and again when nothing comes of it. */
  ring(): Promise<RungDelivery[]> {
    return this.database.rows(RING);
  }

  /** The queue could not be told. */
  async unring(ids: string[]): Promise<void> {
    await this.database.rows(UNRING, [ids]);
  }

  /**
   * Takes a delivery and, for handlers that gather, all others for the same recipient about the same ticket.
   * @param handlerOf finds what the name in the row stands for
   * @returns undefined when there is nothing to do any more, or not now
   */
  take(
    id: string,
    handlerOf: (name: string) => EventHandler | undefined,
  ): Promise<TakenDelivery | undefined> {
    return this.database.transaction(async (tx) => {
      const [target] = await rowsIn(tx, TARGET, [id]);
      if (!target) return undefined;
      const { gatherMs, atOnce } = handlerOf(target.handler) ?? {};
      const values = [id, this.leaseMs, gatherMs !== undefined, atOnce ?? null];
      const rows = await rowsIn(tx, TAKE, values);
      if (rows.length > 0) return { ...target, rows: rows.sort((a, b) => a.id - b.id) };
      if (atOnce !== undefined) await rowsIn(tx, DEFER, [id]);
      return undefined;
    });
  }

  async finish(ids: string[]): Promise<void> {
    await this.database.rows(DONE, [ids]);
  }

  /** One delivery becomes one for each recipient. */
  async split(tx: Tx, row: TakenRow, { name, gatherMs = 0 }: EventHandler, to: string[]): Promise<void> {
    await rowsIn(tx, SPLIT, [row.id, name, to, row.createdAt, gatherMs]);
    await rowsIn(tx, DONE, [[row.deliveryId]]);
  }

  async retry(rows: TakenRow[], reason: string, waitMs: number): Promise<void> {
    await this.database.rows(RETRY, [...triesOf(rows), reason, waitMs]);
  }

  async bury(rows: TakenRow[], reason: string): Promise<void> {
    await this.database.rows(BURY, [...triesOf(rows), reason]);
  }

  /** A batch of what was done long ago. @returns whether there may be more */
  async forgetDone(): Promise<boolean> {
    return (await this.database.rows(FORGET)).length === BATCH;
  }

  /** Under the lock of the recipient: nobody defers, on what they saw before, the one that is named here. */
  nextFor(handler: string, recipient: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await rowsIn(tx, LOCK_TARGET, [handler, recipient]);
      await rowsIn(tx, NEXT_FOR_TARGET, [handler, recipient]);
    });
  }
}

const triesOf = (rows: TakenRow[]) => [
  rows.map(({ deliveryId }) => deliveryId),
  rows.map(({ tries }) => tries),
];
