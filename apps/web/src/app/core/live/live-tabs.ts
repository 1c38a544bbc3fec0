import { DOCUMENT, Service, inject } from '@angular/core';
import type { LiveStatus } from './live';
import type { LiveMessage } from './live-news';

/** What the tab that reads the stream passes on to the others. */
export type TabMessage = { message: LiveMessage } | { status: LiveStatus } | { ask: 'status' };

/** The tabs of one person in one browser. */
export interface TabGroup {
  tell(message: TabMessage): void;
  leave(): void;
}

const name = (personId: number): string => `ticketing.live.${personId}`;

/**
 * One tab reads the stream, for all: over HTTP/1.1 a browser has six connections to a server, and six tabs that
 * wait for news would leave none to load anything with.
 */
@Service()
export class LiveTabs {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Hears what other tabs of the person tell. */
  join(personId: number, heard: (message: TabMessage) => void): TabGroup {
    if (!this.window || !('BroadcastChannel' in this.window)) {
      return { tell: () => undefined, leave: () => undefined };
    }
    const channel = new this.window.BroadcastChannel(name(personId));
    channel.addEventListener('message', ({ data }) => heard(data as TabMessage));
    return { tell: (message) => channel.postMessage(message), leave: () => channel.close() };
  }

  /** Does the work once no other tab does, until it is done or given up. Without locks every tab does it. */
  async lead(personId: number, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    const locks = this.window && 'BroadcastChannel' in this.window ? this.window.navigator.locks : undefined;
    if (!locks) return work();
    // Given up while it waited: that is no failure.
    await locks.request(name(personId), { signal }, work).catch(() => undefined);
  }
}
