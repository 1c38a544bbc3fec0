import { httpResource } from '@angular/common/http';
import { Service, inject, linkedSignal, signal } from '@angular/core';
import type { Counted, TicketCounts } from '@ticketing/contracts';
import { gathered } from '../../core/live/gathered';
import { Live } from '../../core/live/live';
import { AuthStore } from '../../core/session/auth-store';
import type { ListView } from './list-place';

const COUNT_OF: Record<ListView, keyof TicketCounts> = {
  mine: 'my_tickets',
  all: 'all',
  assigned: 'assigned_to_me',
  unassigned: 'unassigned',
};

/** How many active tickets are behind each tab. */
@Service()
export class TicketCountsStore {
  private readonly auth = inject(AuthStore);
  private readonly news = signal(0);
  private readonly answer = httpResource<TicketCounts>(() => {
    // `reload()` would do nothing while an answer is under way, and that one may miss what has just happened.
    this.news();
    return this.auth.myId() === null ? undefined : '/api/tickets/counts/';
  });
  /** The last answer stays until the next one is there; another person starts without. */
  private readonly counts = linkedSignal<CountsSource, TicketCounts | null>({
    source: () => ({ me: this.auth.myId(), answer: this.answer.hasValue() ? this.answer.value() : null }),
    computation: ({ me, answer }, previous) => {
      if (answer) return answer;
      return previous?.source.me === me ? previous.value : null;
    },
  });

  constructor() {
    const reload = gathered<void>(() => this.reload(), { waitMs: 100, restMs: 1_000 });
    inject(Live).hear(({ event }) => {
      if (event !== 'notification') reload();
    });
  }

  /** The count behind a tab; null while unknown. */
  behind(view: ListView): Counted | null {
    return this.counts()?.[COUNT_OF[view]] ?? null;
  }

  /** Counts again, after something changed. */
  reload(): void {
    this.news.update((count) => count + 1);
  }
}

interface CountsSource {
  me: number | null;
  answer: TicketCounts | null;
}
