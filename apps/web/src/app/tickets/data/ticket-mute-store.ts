import { HttpClient, httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import type { TicketMute } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';
import { sentenceFor } from '../../core/http/problem';
import { AuthStore } from '../../core/session/auth-store';
import { Toaster } from '../../ui/toaster';
import { OpenTicketStore } from './open-ticket-store';
import { ticketUrl } from './ticket-api';

/** Whether the person is told of what happens to the open ticket. */
@Service()
export class TicketMuteStore {
  private readonly http = inject(HttpClient);
  private readonly open = inject(OpenTicketStore);
  private readonly auth = inject(AuthStore);
  private readonly toaster = inject(Toaster);
  private readonly id = computed(() => this.open.ticket()?.id ?? null);
  private readonly answer = httpResource<TicketMute>(() => {
    const id = this.id();
    return id === null || this.auth.myId() === null ? undefined : `${ticketUrl(id)}mute/`;
  });

  /** Null while nobody knows. */
  readonly muted = computed(() => (this.answer.hasValue() ? this.answer.value().muted : null));

  /** Shows at once, and is put back when refused. */
  async set(muted: boolean): Promise<void> {
    const id = this.id();
    if (id === null) return;
    this.answer.set({ muted });
    try {
      const url = `${ticketUrl(id)}${muted ? 'mute' : 'unmute'}/`;
      await firstValueFrom(this.http.post<TicketMute>(url, {}));
      const undo = { label: 'Undo', run: () => void this.set(!muted) };
      this.toaster.done(
        muted ? 'You are told nothing more of this ticket.' : 'You are told of this ticket again.',
        undo,
      );
    } catch (error) {
      if (this.id() === id) this.answer.set({ muted: !muted });
      this.toaster.failed(`Could not save. Your change was put back. ${sentenceFor(error)}`);
    }
  }
}
