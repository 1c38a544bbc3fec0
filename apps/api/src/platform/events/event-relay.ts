import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../database/database.js';
import { named } from '../database/statement.js';
import { EventHandlers } from './event-handlers.js';

/** One relay at a time, in all processes: "even" in ASCII. */
const RELAY_LOCK = 0x6576656e;
const BATCH = 200;

const TRY_LOCK = named<{ locked: boolean }>('relay.lock', `select pg_try_advisory_xact_lock($1) as locked`);

const NEXT = named<{ id: string }>(
  'relay.next',
  `select id from events where dispatched_at is null order by id limit ${BATCH} for update`,
);

/** Ids are taken before the commit and may appear out of order; positions are given after it, and never do. */
const DISPATCH = named(
  'relay.dispatch',
  `update events e set dispatched_at = now(),
          position = (select coalesce(max(position), 0) from events) + n.number
     from unnest($1::bigint[]) with ordinality as n(id, number) where e.id = n.id`,
);

const DELIVER = named(
  'relay.deliver',
  `insert into deliveries (event_id, handler)
   select e.id, h.name from events e join unnest($2::text[], $3::text[]) as h(name, type) on h.type = e.type
    where e.id = any($1::bigint[])
   on conflict (event_id, handler, recipient) do nothing`,
);

/** Where live streams hear that there are new positions. */
export const EVENTS_CHANNEL = 'events';

/** Heard when the transaction commits, by every process. It says no more than how far the positions go now. */
const ANNOUNCE = named(
  'relay.announce',
  `select pg_notify('${EVENTS_CHANNEL}', (select max(position) from events)::text)`,
);

/**
 * Carries events from the tables where they were written to the handlers that wait for them. What it does is one
 * transaction: after a crash the next run does it again, and nothing is lost or handed on twice.
 */
@Injectable()
export class EventRelay {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
  ) {}

  /** @returns how many events were dispatched */
  dispatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [lock] = await rowsIn(tx, TRY_LOCK, [RELAY_LOCK]);
      return lock!.locked ? this.dispatchBatch(tx) : 0;
    });
  }

  private async dispatchBatch(tx: Tx): Promise<number> {
    const ids = (await rowsIn(tx, NEXT)).map(({ id }) => id);
    if (ids.length === 0) return 0;
    const pairs = this.handlers.pairs();
    await rowsIn(tx, DISPATCH, [ids]);
    await rowsIn(tx, DELIVER, [ids, pairs.map(([name]) => name), pairs.map(([, type]) => type)]);
    await rowsIn(tx, ANNOUNCE);
    return ids.length;
  }
}
