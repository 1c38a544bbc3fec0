import { Injectable } from '@nestjs/common';
import type { QueueName } from '../queue/job-queue.js';

/** An event as handlers get it: ids, not copies. They load what they need, and may see it twice. */
export interface StoredEvent {
  id: number;
  type: string;
  ticketId: number | null;
  actorId: number | null;
  isInternal: boolean;
  data: object;
  createdAt: Date;
}

/** One handler's work, now. */
export interface Delivery {
  id: string;
  /** One of those that `recipients` named; empty for handlers without. */
  recipient: string;
  /** This one included. */
  tries: number;
  /** Oldest first. More than one only for handlers that gather. */
  events: [StoredEvent, ...StoredEvent[]];
}

/** What happens after an event, outside its transaction. */
export interface EventHandler {
  /** Imperative and stable: it stands in the table of deliveries (`mail-password-reset`). */
  name: string;
  types: readonly string[];
  queue: QueueName;
  /** Who gets something of the event: each is a delivery of its own, with its own tries. */
  recipients?(event: StoredEvent): Promise<string[]>;
  /** So long it waits for more about the same ticket, for the same recipient, and then takes all in one. */
  gatherMs?: number;
  /** Deliveries to one recipient at the same time. Left out: any number. */
  atOnce?: number;
  /** How long it tries on before a delivery is dead. Left out: about an hour. */
  patience?: 'hour' | 'day';
  /**
   * Must survive running twice. An error means: try again later.
   * @throws Undeliverable to give up at once, NotNow to say when
   */
  handle(delivery: Delivery): Promise<void>;
}

/** Trying again would not help: the delivery is dead, and an admin sees why. */
export class Undeliverable extends Error {}

/** The other side asked to wait that long. Counts as a try. */
export class NotNow extends Error {
  constructor(
    message: string,
    readonly waitMs: number,
  ) {
    super(message);
  }
}

/** Features register their handlers here; relay and runner read it. */
@Injectable()
export class EventHandlers {
  private readonly byName = new Map<string, EventHandler>();

  register(handler: EventHandler): void {
    if (this.byName.has(handler.name)) throw new Error(`handler ${handler.name} is registered twice`);
    this.byName.set(handler.name, handler);
  }

  find(name: string): EventHandler | undefined {
    return this.byName.get(name);
  }

  /** Handler and type, pair by pair. */
  pairs(): [name: string, type: string][] {
    return [...this.byName.values()].flatMap(({ name, types }) =>
      types.map((type) => [name, type] as [string, string]),
    );
  }
}
