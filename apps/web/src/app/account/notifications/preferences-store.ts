import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationChannel,
  type NotificationKind,
  type NotificationPreference,
  type NotificationPreferences,
  type UpdateNotificationPreferencesRequest,
} from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';
import { sentenceFor } from '../../core/http/problem';
import { Toaster } from '../../ui/toaster';

const URL = '/api/notifications/preferences/';

/** One line of the matrix; null where there is nothing to switch. */
export interface PreferenceRow {
  kind: NotificationKind;
  cells: (NotificationPreference | null)[];
}

/** What the person is told of, and where. Each switch shows at once, is saved behind, and put back when refused. */
@Injectable()
export class PreferencesStore {
  private readonly http = inject(HttpClient);
  private readonly toaster = inject(Toaster);
  private readonly answer = httpResource<NotificationPreferences>(() => URL);
  /** Switched, and not saved yet. */
  private readonly pending = signal<readonly NotificationPreference[]>([]);
  private tail: Promise<void> = Promise.resolve();

  readonly error = computed(() => this.answer.error());
  readonly channels = computed(() =>
    NOTIFICATION_CHANNELS.filter((channel) => this.all().some((cell) => cell.channel === channel)),
  );
  readonly rows = computed<PreferenceRow[]>(() =>
    NOTIFICATION_KINDS.filter((kind) => this.all().some((cell) => cell.kind === kind)).map((kind) => ({
      kind,
      cells: this.channels().map((channel) => this.cell(kind, channel)),
    })),
  );
  private readonly all = computed(() => (this.answer.hasValue() ? this.answer.value().preferences : []));

  reload(): void {
    this.answer.reload();
  }

  /** Switches one cell. Switches go out one after the other. */
  set(change: NotificationPreference): Promise<void> {
    this.pending.update((cells) => [...cells, change]);
    this.tail = this.tail.then(() => this.save(change));
    return this.tail;
  }

  private async save(change: NotificationPreference): Promise<void> {
    try {
      const body: UpdateNotificationPreferencesRequest = { preferences: [change] };
      this.answer.set(await firstValueFrom(this.http.patch<NotificationPreferences>(URL, body)));
    } catch (error) {
      this.toaster.failed(`Could not save. Your change was put back. ${sentenceFor(error)}`);
    } finally {
      this.pending.update((cells) => cells.filter((cell) => cell !== change));
    }
  }

  private cell(kind: NotificationKind, channel: NotificationChannel): NotificationPreference | null {
    const isIt = (cell: NotificationPreference): boolean => cell.kind === kind && cell.channel === channel;
    const saved = this.all().find(isIt);
    return saved ? (this.pending().findLast(isIt) ?? saved) : null;
  }
}
