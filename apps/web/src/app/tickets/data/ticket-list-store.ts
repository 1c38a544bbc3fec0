import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Page, TicketSummary } from '@ticketing/contracts';
import { AuthStore } from '../../core/session/auth-store';
import { type ListPlace, samePlace } from './list-place';
import { type ListNews, NO_NEWS, listNews } from './list-news';
import { listRequest } from './list-request';
import { PendingEdits } from './pending-edits';
import { TicketApi } from './ticket-api';

/** The pages of a list that were loaded so far. */
interface LoadedList {
  key: string;
  page: Page<TicketSummary>;
}

/** Rows that are read one by one after a change; more of them than this are not looked at by anybody. */
const MOST_ROWS_BELOW = 5;

/** The list on screen: one place, and as many of its pages as somebody scrolled to. */
@Service()
export class TicketListStore {
  private readonly api = inject(TicketApi);
  private readonly auth = inject(AuthStore);
  private readonly pending = inject(PendingEdits);

  private readonly shownPlace = signal<ListPlace | null>(null, { equal: samePlace });
  private readonly asked = signal(0);
  private readonly first = httpResource<Page<TicketSummary>>(() => {
    // `reload()` would do nothing while an answer is under way, and that one may miss what has just happened.
    this.asked();
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
  /** The first page as it is now, while an older one is shown. */
  private readonly newest = linkedSignal<unknown, Page<TicketSummary> | null>({
    source: () => [this.key(), this.first.hasValue() && this.first.value()],
    computation: () => null,
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

  /** What is not in its place: rows do not jump, they are put in order when somebody asks for it (`reload`). */
  news(openId: number | null): ListNews {
    const newest = this.newest();
    return newest ? listNews(this.tickets(), newest.results, openId) : NO_NEWS;
  }

  /** Goes to another list, or stays when it is the same. */
  show(place: ListPlace): void {
    this.shownPlace.set(place);
  }

  /** Loads the list again from the top. */
  reload(): void {
    this.asked.update((count) => count + 1);
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

  /** Shows in the rows what these tickets are now, and finds out what else would be shown. */
  async catchUp(changed: readonly number[]): Promise<void> {
    const place = this.shownPlace();
    const loaded = this.loaded();
    if (!place || !loaded) return;
    try {
      const newest = await this.api.page(place, null);
      if (this.loaded()?.key !== loaded.key) return; // somebody went to another list meanwhile
      newest.results.forEach((ticket) => this.accept(ticket));
      // Nothing can jump in an empty list.
      if (this.tickets().length === 0 && newest.results.length > 0) this.reload();
      else this.newest.set(newest);
      await this.catchUpBelow(changed, newest);
    } catch {
      // The next change tries again; the list is as good as before.
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

  /** Rows that changed and are not on the first page: further down, or not of this list any more. */
  private async catchUpBelow(changed: readonly number[], newest: Page<TicketSummary>): Promise<void> {
    const known = new Set(newest.results.map(({ id }) => id));
    const below = this.tickets().filter(({ id }) => changed.includes(id) && !known.has(id));
    for (const { id } of below.slice(0, MOST_ROWS_BELOW)) this.accept(await this.api.read(id));
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
