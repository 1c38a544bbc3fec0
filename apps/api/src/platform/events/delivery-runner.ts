import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Log } from '../logging/log.js';
import { DeliveriesRepository, type TakenDelivery } from './deliveries.repository.js';
import { waitBeforeRetry } from './delivery-rules.js';
import { EventBell } from './event-bell.js';
import { type Delivery, type EventHandler, EventHandlers, NotNow, Undeliverable } from './event-handlers.js';

const LONGEST_REASON = 1_000;
const UNKNOWN_WAIT_MS = 60_000;
const UNKNOWN_FOR_MS = 24 * 3_600_000;

/** Does what a delivery asks for, if it is still to be done. Any number of processes may: each takes its own. */
@Injectable()
export class DeliveryRunner {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly handlers: EventHandlers,
    private readonly bell: EventBell,
    private readonly log: Log,
  ) {}

  async run(id: string): Promise<void> {
    const taken = await this.deliveries.take(id, (name) => this.handlers.find(name));
    if (!taken) return;
    const handler = this.handlers.find(taken.handler);
    if (!handler) return this.leaveToOthers(taken);
    try {
      await this.handle(handler, taken);
    } catch (error) {
      await this.fail(handler, taken, error);
    }
    if (handler.atOnce !== undefined) await this.deliveries.nextFor(handler.name, taken.rows[0]!.recipient);
    this.bell.ring();
  }

  private async handle(handler: EventHandler, taken: TakenDelivery): Promise<void> {
    const [first] = taken.rows;
    if (handler.recipients && first!.recipient === '') {
      const recipients = await handler.recipients(first!);
      await this.database.transaction((tx) => this.deliveries.split(tx, first!, handler, recipients));
    } else {
      await handler.handle(deliveryOf(taken));
      await this.deliveries.finish(idsOf(taken));
    }
  }

  /** During an update processes of two versions run side by side; what nobody knows for a day is shown to admins. */
  private leaveToOthers({ handler, rows }: TakenDelivery): Promise<void> {
    const reason = `no process here knows the handler ${handler}`;
    const isOld = rows.every(({ createdAt }) => Date.now() - createdAt.getTime() > UNKNOWN_FOR_MS);
    return isOld ? this.deliveries.bury(rows, reason) : this.deliveries.retry(rows, reason, UNKNOWN_WAIT_MS);
  }

  private async fail({ name, patience }: EventHandler, taken: TakenDelivery, error: unknown): Promise<void> {
    const tries = Math.max(...taken.rows.map((row) => row.tries));
    const wait = error instanceof Undeliverable ? null : waitBeforeRetry(tries, Math.random(), patience);
    const reason = String((error as Error)?.message ?? error).slice(0, LONGEST_REASON);
    const facts = { handler: name, eventId: taken.rows[0]!.id, recipient: taken.rows[0]!.recipient, tries };
    if (wait === null) {
      this.log.error('delivery is dead', { ...facts, error });
      return this.deliveries.bury(taken.rows, reason);
    }
    this.log.warn('delivery failed', { ...facts, error });
    await this.deliveries.retry(taken.rows, reason, error instanceof NotNow ? error.waitMs : wait);
  }
}

const idsOf = ({ rows }: TakenDelivery) => rows.map(({ deliveryId }) => deliveryId);

function deliveryOf({ rows }: TakenDelivery): Delivery {
  const [first, ...others] = rows;
  const { deliveryId, recipient, tries } = first!;
  return { id: deliveryId, recipient, tries, events: [first!, ...others] };
}
