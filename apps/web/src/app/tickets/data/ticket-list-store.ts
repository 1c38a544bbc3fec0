import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Page, TicketSummary } from '@ticketing/contracts';
import { AuthStore } from '../../core/session/auth-store';
import { type ListPlace, samePlace } from './list-place';
import { listRequest } from './list-request';
import { PendingEdits } from './pending-edits';
import { TicketApi } from './ticket-api';

/** The pages of a list that were loaded so far. */
interface LoadedList {
  key: string;
  page: Page<TicketSummary>;
}

/** The list on screen: one place, and as many of its pages as somebody scrolled to. */
@Service()
export class TicketListStore {
  private readonly api = inject(TicketApi);
  private readonly auth = inject(AuthStore);
  private readonly pending = inject(PendingEdits);

  private readonly shownPlace = signal<ListPlace | null>(null, { equal: samePlace });
  private readonly news = signal(0);
  private readonly first = httpResource<Page<TicketSummary>>(() => {
    // `reload()` would do nothing while an answer is under way, and that one may miss what has just happened.
    this.news();
    const place = this.shownPlace();
    return place && this.auth.myId() !== null ? listRequest(place) : undefined;
  });
  private readonly loaded = linkedSignal<LoadedListSource, LoadedList | null>({
    source: () => ({ key: this.key(), page: this.first.hasValue() ? this.first.value() : null }),
    computation: ({ key, page }, previous) => {
      if (page) return { key, page };
      // Loading again, or failed to: what was loaded of the same list stays.
      return previous?.value?.key === key ? previous.value : null;
    },
  });
  private readonly more = signal<'idle' | 'loading' | 'failed'>('idle');

  readonly tickets = computed(() =>
    (this.loaded()?.page.results ?? []).map((ticket) => this.pending.applyTo(ticket)),
  );
  readonly loading = computed(() => this.loaded() === null && this.first.isLoading());
  readonly error = computed(() => this.first.error());
  readonly hasMore = computed(() => (this.loaded()?.page.next_cursor ?? null) !== null);
  /** Whether the next page is being loaded, or could not be. */
  readonly moreState = this.more.asReadonly();
  readonly total = computed(() => this.loaded()?.page ?? null);

  /** Goes to another list, or stays when it is the same. */
  show(place: ListPlace): void {
    this.shownPlace.set(place);
  }

  /** Loads the list again from the top. */
  reload(): void {
    this.news.update((count) => count + 1);
  }

  /** Loads the next page, if there is one. */
  async loadMore(): Promise<void> {
    const place = this.shownPlace();
    const cursor = this.loaded()?.page.next_cursor;
    if (!place || !cursor || this.more() === 'loading') return;
    const key = this.key();
    this.more.set('loading');
    try {
      const next = await this.api.page(place, cursor);
      // Somebody may have gone to another list meanwhile.
      if (this.key() === key) this.append(next);
      this.more.set('idle');
    } catch {
      this.more.set('failed');
    }
  }

  /** Puts what the server now says of a ticket in its row, if it is in the list. */
  accept(ticket: TicketSummary): void {
    this.changePage((page) => ({
      ...page,
      results: page.results.map((row) => (row.id === ticket.id ? ticket : row)),
    }));
  }

  /** The ticket before or after another one in the list; the first when that one is not in it. */
  neighbour(id: number | null, step: 1 | -1): TicketSummary | undefined {
    const tickets = this.tickets();
    const index = tickets.findIndex((ticket) => ticket.id === id);
    return index < 0 ? tickets[0] : tickets[index + step];
  }

  private append(next: Page<TicketSummary>): void {
    this.changePage((page) => {
      // A ticket that moved while somebody scrolled may come twice.
      const known = new Set(page.results.map(({ id }) => id));
      return { ...next, results: [...page.results, ...next.results.filter(({ id }) => !known.has(id))] };
    });
  }

  private changePage(change: (page: Page<TicketSummary>) => Page<TicketSummary>): void {
    this.loaded.update((loaded) => loaded && { ...loaded, page: change(loaded.page) });
  }

  /** Names the list: a person and a place. */
  private key(): string {
    return JSON.stringify([this.auth.myId(), this.shownPlace()]);
  }
}

interface LoadedListSource {
  key: string;
  page: Page<TicketSummary> | null;
}
