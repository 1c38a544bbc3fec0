import { DOCUMENT, DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { BellStore } from './bell-store';
import { NotificationsApi } from './notifications-api';

/**
 * Who opens a ticket has read what the bell tells of it, and so has whoever has it before them when more comes. By
 * the address: this room knows nothing of tickets.
 */
@Service()
export class OpenedTickets {
  private readonly api = inject(NotificationsApi);
  private readonly bell = inject(BellStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  private readonly ticket = computed(() => ticketIn(this.address()));
  private readonly isLookedAt = signal(!this.document.hidden);
  /** What was answered last: asked once more, it would be the same. */
  private settled = '';

  /** Follows from now on, for as long as the caller lives. Call it in an injection context. */
  follow(): void {
    const looked = (): void => this.isLookedAt.set(!this.document.hidden);
    this.document.addEventListener('visibilitychange', looked);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('visibilitychange', looked));
    effect(() => {
      const ticket = this.ticket();
      const unread = this.bell.unread();
      if (ticket === null || unread === 0 || !this.isLookedAt()) return;
      if (this.settled !== `${ticket}/${unread}`) untracked(() => void this.read(ticket));
    });
  }

  private async read(ticket: number): Promise<void> {
    try {
      const { unread } = await this.api.readTicket(ticket);
      this.settled = `${ticket}/${unread}`;
      if (unread !== this.bell.unread()) this.bell.changed();
    } catch {
      // They stay unread, which the next look at the ticket may change.
    }
  }
}

function ticketIn(address: string): number | null {
  const id = /^\/tickets\/([1-9]\d{0,9})(?:[?#]|$)/.exec(address)?.[1];
  return id === undefined ? null : Number(id);
}
