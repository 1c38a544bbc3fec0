import { type Provider, signal } from '@angular/core';
import { Live, type LiveStatus } from '../app/core/live/live';
import type { LiveNews } from '../app/core/live/live-news';

/** The live stream, as played by the test. */
export class FakeLive {
  private readonly listeners: ((news: LiveNews) => void)[] = [];
  readonly status = signal<LiveStatus>('live');
  readonly toldTabs: LiveNews[] = [];

  hear(listener: (news: LiveNews) => void): void {
    this.listeners.push(listener);
  }

  tellTabs(news: LiveNews): void {
    this.toldTabs.push(news);
  }

  start(): void {
    // Whether it runs makes no difference here.
  }

  /** The server says so. */
  tell(news: LiveNews): void {
    for (const listener of this.listeners) listener(news);
  }

  /** Something happened to a ticket. */
  change(ticket_id: number): void {
    this.tell({ event: 'change', change: { type: 'comment.added', ticket_id } });
  }
}

export function provideLive(live: FakeLive): Provider {
  return { provide: Live, useValue: live };
}
