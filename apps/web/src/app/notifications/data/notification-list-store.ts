import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { NotificationView, Page } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Toaster } from '../../ui/toaster';
import { BellStore } from './bell-store';
import { NOTIFICATIONS_URL, NotificationsApi } from './notifications-api';

/** The list behind the bell, while it is open. */
@Injectable()
export class NotificationListStore {
  private readonly api = inject(NotificationsApi);
  private readonly bell = inject(BellStore);
  private readonly toaster = inject(Toaster);
  private readonly first = httpResource<Page<NotificationView>>(() => {
    this.bell.rung();
    return NOTIFICATIONS_URL;
  });
  /** The last answer stays until the next one is there. */
  private readonly loaded = linkedSignal<Page<NotificationView> | null, Page<NotificationView> | null>({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  private readonly more = signal<'idle' | 'loading' | 'failed'>('idle');

  readonly items = computed(() => this.loaded()?.results ?? []);
  readonly loading = computed(() => this.loaded() === null && this.first.isLoading());
  readonly failure = computed(() => (this.first.error() ? sentenceFor(this.first.error()) : null));
  readonly hasMore = computed(() => (this.loaded()?.next_cursor ?? null) !== null);
  readonly moreState = this.more.asReadonly();

  reload(): void {
    this.first.reload();
  }

  async loadMore(): Promise<void> {
    const cursor = this.loaded()?.next_cursor;
    if (!cursor || this.more() === 'loading') return;
    this.more.set('loading');
    try {
      const next = await this.api.page(cursor);
      this.loaded.update((page) => page && { ...next, results: [...page.results, ...next.results] });
      this.more.set('idle');
    } catch {
      this.more.set('failed');
    }
  }

  /** Shows it as read at once; that it is, is no reason to wait. */
  async read({ id, read_at }: NotificationView): Promise<void> {
    if (read_at) return;
    this.showRead((item) => item.id === id);
    this.bell.took(1);
    await this.send(() => this.api.read(id));
  }

  /** Everything that is shown or older; what comes in meanwhile stays unread. */
  async readAll(): Promise<void> {
    const newest = this.items()[0];
    if (!newest || this.bell.unread() === 0) return;
    this.showRead(() => true);
    this.bell.took(this.bell.unread());
    await this.send(() => this.api.readAll(newest.id));
  }

  /** Refused or not: what the server says afterwards counts. */
  private async send(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      this.toaster.failed(`Could not be marked as read. ${sentenceFor(error)}`);
    } finally {
      this.bell.changed();
    }
  }

  private showRead(isRead: (item: NotificationView) => boolean): void {
    const now = new Date().toISOString();
    this.loaded.update(
      (page) =>
        page && {
          ...page,
          results: page.results.map((item) =>
            isRead(item) ? { ...item, read_at: item.read_at ?? now } : item,
          ),
        },
    );
  }
}
