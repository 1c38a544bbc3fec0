import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { TicketEventType } from '@ticketing/contracts';
import { Listening } from '../platform/database/listening.js';
import { EventBell } from '../platform/events/event-bell.js';
import { EVENTS_CHANNEL } from '../platform/events/event-relay.js';
import { Log } from '../platform/logging/log.js';
import type { HeardTicket, Hint } from './hint.js';
import { type HeardRow, LiveRepository, MOST_EVENTS } from './live.repository.js';

/** Looks by itself as often as this: a notification that was lost only delays. */
const LOOK_MS = 2_000;

/** An event at its place. Events that nobody is told of have no hint. */
export interface Heard {
  position: number;
  hint: Hint | null;
  isRecent: boolean;
}

type Listener = (heard: Heard[]) => void;

/**
 * What happens, in the order of positions, as this process knows it: one for all streams. The last events stay in
 * memory: ten thousand browsers that come back at once, after a deployment, cost the database nothing.
 */
@Injectable()
export class LiveFeed implements BeforeApplicationShutdown {
  private readonly bell = new EventBell();
  private readonly stopping = new AbortController();
  private readonly tickets = new Map<number, HeardTicket>();
  private readonly listeners: Listener[] = [];
  private recent: Heard[] = [];
  private starting: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();
  private last = 0;

  constructor(
    private readonly repository: LiveRepository,
    private readonly listening: Listening,
    private readonly log: Log,
  ) {}

  /** The position that was heard last. */
  get position(): number {
    return this.last;
  }

  onHeard(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Begins with the first stream: a process without streams asks nothing. */
  start(): Promise<void> {
    this.starting ??= this.begin().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  /** Looks once more when another process was faster and has told of a later position. */
  async reach(position: number): Promise<void> {
    if (position > this.last) await this.catchUp();
  }

  /** Everything behind a position; undefined when that is too far back, or ahead of all there is. */
  since(position: number): Heard[] | undefined {
    if (position > this.last) return undefined;
    const missed = this.recent.filter((heard) => heard.position > position);
    const isWhole = missed.length === this.last - position;
    return isWhole && missed.every(({ isRecent }) => isRecent) ? missed : undefined;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async begin(): Promise<void> {
    this.keep((await this.repository.latest()).map((row) => this.hear(row)));
    this.listening.listen(EVENTS_CHANNEL, this.bell.ring);
    this.running = this.follow();
  }

  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.catchUp();
      } catch (error) {
        this.log.warn('live streams hear nothing', { error });
      }
      await this.bell.wait(LOOK_MS, this.stopping.signal);
    }
  }

  private async catchUp(): Promise<void> {
    let rows: HeardRow[];
    do {
      rows = await this.repository.after(this.last);
      // somebody else may have caught up while this one waited for the answer
      const news = rows.filter(({ position }) => Number(position) > this.last).map((row) => this.hear(row));
      this.keep(news);
      for (const listener of this.listeners) listener(news);
    } while (rows.length === MOST_EVENTS);
  }

  private keep(heard: Heard[]): void {
    this.recent = [...this.recent, ...heard].slice(-MOST_EVENTS);
    this.last = this.recent.at(-1)?.position ?? 0;
    this.forgetOldTickets();
  }

  private hear(row: HeardRow): Heard {
    const { position, isRecent } = row;
    return { position: Number(position), isRecent, hint: this.hintOf(row) };
  }

  private hintOf({ type, ticketId, isInternal, bellOf, ...facts }: HeardRow): Hint | null {
    if (bellOf !== null) return { bellOf };
    if (ticketId === null) return null;
    const { userId, status, isDeleted } = facts;
    // one object for a ticket: what was heard of it before follows it
    const ticket = Object.assign(this.tickets.get(ticketId) ?? {}, { userId, status, isDeleted });
    this.tickets.set(ticketId, ticket);
    return { type: type as TicketEventType, ticketId, isInternal, ticket };
  }

  private forgetOldTickets(): void {
    if (this.tickets.size <= 2 * MOST_EVENTS) return;
    const heard = new Set(this.recent.map(({ hint }) => hint && 'ticketId' in hint && hint.ticketId));
    for (const id of this.tickets.keys()) if (!heard.has(id)) this.tickets.delete(id);
  }
}
