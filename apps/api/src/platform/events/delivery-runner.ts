import { Injectable } from '@nestjs/common';
import { Database, rowsIn } from '../database/database.js';
import { named } from '../database/statement.js';
import { Log } from '../logging/log.js';
import { waitBeforeRetry } from './delivery-rules.js';
import { EventHandlers, type StoredEvent } from './event-handlers.js';

interface DueDelivery extends StoredEvent {
  deliveryId: string;
  handler: string;
  tries: number;
}

/** Taken for this long: a process that dies gives its work back by itself. */
const LEASE = `interval '2 minutes'`;

/** Counts the try before it is made, so that a delivery that kills its process ends up dead, too. */
const TAKE = named<DueDelivery>(
  'deliveries.take',
  `update deliveries d set tries = d.tries + 1, next_try_at = now() + ${LEASE}
     from events e
    where e.id = d.event_id and d.id = (
      select id from deliveries
       where done_at is null and dead_at is null and next_try_at <= now()
       order by next_try_at limit 1 for update skip locked)
   returning d.id as "deliveryId", d.handler, d.tries, e.id::int as id, e.type, e.ticket_id as "ticketId",
             e.actor_id as "actorId", e.is_internal as "isInternal", e.data`,
);

const DONE = named(
  'deliveries.done',
  `update deliveries set done_at = now(), last_error = null where id = $1`,
);

const RETRY = named(
  'deliveries.retry',
  `update deliveries set last_error = $2, next_try_at = now() + $3 * interval '1 ms' where id = $1`,
);

const BURY = named('deliveries.bury', `update deliveries set last_error = $2, dead_at = now() where id = $1`);

/** Runs what is due, one after the other. Any number of processes may: each takes its own. */
@Injectable()
export class DeliveryRunner {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly log: Log,
  ) {}

  /** @returns whether there was something to do */
  async runOne(): Promise<boolean> {
    const due = await this.database.transaction(async (tx) => (await rowsIn(tx, TAKE))[0]);
    if (!due) return false;
    try {
      await this.handlers.find(due.handler)?.handle(due); // a handler that is gone has nothing left to do
      await this.database.rows(DONE, [due.deliveryId]);
    } catch (error) {
      await this.postpone(due, error);
    }
    return true;
  }

  private async postpone({ deliveryId, handler, tries, id }: DueDelivery, error: unknown): Promise<void> {
    const wait = waitBeforeRetry(tries, Math.random());
    const reason = String((error as Error)?.message ?? error).slice(0, 1_000);
    this.log.warn('delivery failed', { handler, eventId: id, tries, error });
    if (wait === null) await this.database.rows(BURY, [deliveryId, reason]);
    else await this.database.rows(RETRY, [deliveryId, reason, wait]);
  }
}
