import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import { LIMITS, type Page, type Rating, type TicketView, type TimelineEntry } from '@ticketing/contracts';
import { AuthStore } from '../../core/session/auth-store';
import { PendingEdits } from './pending-edits';
import { TicketApi, ticketUrl } from './ticket-api';
import { type LoadedTimeline, conversationOf, withEarlier, withNewest } from './timeline';

/** The ticket on screen and its history. */
@Service()
export class OpenTicketStore {
  private readonly api = inject(TicketApi);
  private readonly auth = inject(AuthStore);
  private readonly pending = inject(PendingEdits);

  private readonly shownId = signal<number | null>(null);
  private readonly news = signal(0);
  private readonly saved = httpResource<TicketView>(() => this.address());
  private readonly newest = httpResource<Page<TimelineEntry>>(() => {
    // `reload()` would do nothing while an answer is under way, and that one may miss what has just happened.
    this.news();
    const address = this.address();
    return address && `${address}timeline/`;
  });
  private readonly timeline = linkedSignal<NewestSource, LoadedTimeline | null>({
    source: () => ({ id: this.shownId(), page: this.newest.hasValue() ? this.newest.value() : null }),
    computation: ({ id, page }, previous) => {
      const before = previous?.source.id === id ? previous.value : null;
      return page ? withNewest(before, page) : before;
    },
  });
  private readonly earlier = signal<'idle' | 'loading' | 'failed'>('idle');

  readonly id = this.shownId.asReadonly();
  /** The ticket with its pending edits; undefined until it is loaded. */
  readonly ticket = computed(() =>
    this.saved.hasValue() ? this.pending.applyTo(this.saved.value()) : undefined,
  );
  /** The version that the server last told; what the next change builds on. */
  readonly version = computed(() => (this.saved.hasValue() ? this.saved.value().version : null));
  readonly error = computed(() => this.saved.error());
  readonly conversation = computed(() => conversationOf(this.timeline()?.entries ?? []));
  /** Whether the history is there, as far as it was loaded. */
  readonly hasTimeline = computed(() => this.timeline() !== null);
  readonly timelineError = computed(() => this.newest.error());
  readonly timelineLoading = computed(() => this.timeline() === null && this.newest.isLoading());
  readonly hasEarlier = computed(() => (this.timeline()?.earlier ?? null) !== null);
  /** Whether earlier history is being loaded, or could not be. */
  readonly earlierState = this.earlier.asReadonly();

  /** Opens another ticket, or none. */
  open(id: number | null): void {
    this.shownId.set(id);
  }

  /** Puts what the server now says in place, if it is about this ticket. */
  accept(ticket: TicketView): void {
    if (ticket.id === this.shownId()) this.saved.set(ticket);
  }

  /** Puts a rating in place that was just given, which cannot be given again. */
  showRating(id: number, rating: Rating): void {
    this.saved.update(
      (ticket) =>
        ticket && (ticket.id === id ? { ...ticket, rating, can: { ...ticket.can, rate: false } } : ticket),
    );
  }

  /** Asks for the ticket again. */
  reload(): void {
    this.saved.reload();
  }

  /** Asks for what happened since. */
  reloadTimeline(): void {
    this.news.update((count) => count + 1);
  }

  /** Loads the page of history before what is shown. */
  async loadEarlier(): Promise<void> {
    const id = this.shownId();
    const cursor = this.timeline()?.earlier;
    if (id === null || !cursor || this.earlier() === 'loading') return;
    this.earlier.set('loading');
    try {
      const page = await this.api.timeline(id, cursor);
      if (this.shownId() === id) this.timeline.update((loaded) => loaded && withEarlier(loaded, page));
      this.earlier.set('idle');
    } catch {
      this.earlier.set('failed');
    }
  }

  /** Reads what is shown further up again, where comments change and go, too. */
  async rereadEarlier(): Promise<void> {
    const id = this.shownId();
    const shown = this.timeline()?.entries ?? [];
    // The newest page is read again anyway.
    if (id === null || shown.length <= LIMITS.page.standard) return;
    const oldest = shown.at(-1)!.id;
    try {
      const again = await this.readDownTo(id, oldest);
      if (this.shownId() === id) this.timeline.set(again);
    } catch {
      // What is shown is old, but no reason to take it away.
    }
  }

  private async readDownTo(id: number, oldest: number): Promise<LoadedTimeline> {
    let loaded = withNewest(null, await this.api.timeline(id, null));
    while (loaded.earlier !== null && (loaded.entries.at(-1)?.id ?? 0) > oldest) {
      loaded = withEarlier(loaded, await this.api.timeline(id, loaded.earlier));
    }
    return loaded;
  }

  private address(): string | undefined {
    const id = this.shownId();
    return id === null || this.auth.myId() === null ? undefined : ticketUrl(id);
  }
}

interface NewestSource {
  id: number | null;
  page: Page<TimelineEntry> | null;
}
