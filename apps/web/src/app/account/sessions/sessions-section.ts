import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { SessionInfo, SessionList } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { TimeAgo } from '../../ui/time-ago';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';
import { StateBadge } from '../state-badge';
import { deviceWords } from '../../core/session/device-words';

/** Where the person is signed in, and the way to end what should not be. */
@Component({
  selector: 'app-sessions-section',
  imports: [AccountSection, Button, ButtonRow, Notice, Skeleton, StateBadge, TimeAgo],
  templateUrl: './sessions-section.html',
})
export class SessionsSection {
  private readonly api = inject(AccountApi);
  private readonly toaster = inject(Toaster);
  private readonly section = viewChild.required(AccountSection);

  protected readonly answer = httpResource<SessionList>(() => '/api/auth/sessions/');
  protected readonly sessions = computed(() =>
    (this.answer.hasValue() ? this.answer.value().results : []).map((session) => ({
      ...session,
      device: deviceWords(session.user_agent),
    })),
  );
  protected readonly hasOthers = computed(() => this.sessions().some(({ is_current }) => !is_current));
  protected readonly failure = computed(() => sentenceFor(this.answer.error()));
  protected readonly ending = signal(false);

  protected endOne({ id }: SessionInfo): Promise<void> {
    return this.end(() => this.api.endSession(id), 'Session ended.');
  }

  protected endOthers(): Promise<void> {
    return this.end(() => this.api.endOtherSessions(), 'All other sessions have ended.');
  }

  private async end(send: () => Promise<void>, said: string): Promise<void> {
    if (this.ending()) return;
    this.ending.set(true);
    try {
      await send();
      this.toaster.done(said);
      // The button that was pressed is about to go.
      this.section().focus();
      this.answer.reload();
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.ending.set(false);
    }
  }
}
