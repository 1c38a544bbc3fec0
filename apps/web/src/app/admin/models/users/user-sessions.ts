import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { AdminUser, SessionInfo, SessionList } from '@ticketing/contracts';
import { sentenceFor } from '../../../core/http/problem';
import { deviceWords } from '../../../core/session/device-words';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { TimeAgo } from '../../../ui/time-ago';
import { Toaster } from '../../../ui/toaster';
import { AdminApi } from '../../data/admin-api';
import { OpenRow } from '../../data/open-row';
import { AdminSection } from '../../look/admin-section';
import { ToneBadge } from '../../look/tone-badge';

/** Where a person is signed in, and the way to end what should not be. */
@Component({
  selector: 'app-user-sessions',
  imports: [AdminSection, Button, Notice, Skeleton, TimeAgo, ToneBadge],
  templateUrl: './user-sessions.html',
  host: { class: 'block outline-none', tabindex: '-1' },
})
export class UserSessions {
  readonly row = input.required<unknown>();

  private readonly api = inject(AdminApi);
  private readonly toaster = inject(Toaster);
  private readonly open = inject(OpenRow);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly person = computed(() => this.row() as AdminUser);
  private readonly active = computed(() => this.person().is_active);
  private readonly url = computed(() => `/api/admin/users/${this.person().id}/sessions/`);
  protected readonly answer = httpResource<SessionList>(() => this.url());
  /** Null until they are known. */
  protected readonly sessions = computed(() => {
    if (!this.answer.hasValue()) return null;
    const live = this.answer.value().results;
    return live.map((session) => ({ ...session, device: deviceWords(session.user_agent) }));
  });
  protected readonly several = computed(() => (this.sessions()?.length ?? 0) > 1);
  protected readonly failure = computed(() => sentenceFor(this.answer.error()));
  protected readonly ending = signal(false);

  constructor() {
    effect(() => {
      // Who is deactivated is signed out everywhere.
      this.active();
      untracked(() => this.answer.reload());
    });
  }

  protected endOne({ id }: SessionInfo): Promise<void> {
    return this.end(`${this.url()}${id}/`, 'Session ended.');
  }

  protected endAll(): Promise<void> {
    return this.end(this.url(), 'All their sessions have ended.');
  }

  private async end(url: string, said: string): Promise<void> {
    if (this.ending()) return;
    this.ending.set(true);
    try {
      await this.api.delete(url);
      this.toaster.done(said);
      // The button that was pressed is about to go.
      this.host.nativeElement.focus({ preventScroll: true });
      this.answer.reload();
      // The page says how many there are.
      this.open.reload();
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.ending.set(false);
    }
  }
}
