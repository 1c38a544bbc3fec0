import { httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Counted, TicketCounts } from '@ticketing/contracts';
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
  private readonly counts = httpResource<TicketCounts>(() =>
    this.auth.myId() === null ? undefined : '/api/tickets/counts/',
  );

  /** The count behind a tab; null while unknown. */
  behind(view: ListView): Counted | null {
    return this.counts.hasValue() ? this.counts.value()[COUNT_OF[view]] : null;
  }

  /** Counts again, after something changed. */
  reload(): void {
    this.counts.reload();
  }
}
