import { Injectable } from '@nestjs/common';

/** An event as handlers get it: ids, not copies. They load what they need, and may see it twice. */
export interface StoredEvent {
  id: number;
  type: string;
  ticketId: number | null;
  actorId: number | null;
  isInternal: boolean;
  data: object;
}

/** What happens after an event, outside its transaction. */
export interface EventHandler {
  /** Imperative and stable: it stands in the table of deliveries (`mail-password-reset`). */
  name: string;
  types: readonly string[];
  /** Must survive running twice. An error means: try again later. */
  handle(event: StoredEvent): Promise<void>;
}

/** Features register their handlers here; the relay reads it. */
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
