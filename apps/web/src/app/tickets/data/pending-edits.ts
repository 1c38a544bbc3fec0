import { Service, signal } from '@angular/core';
import type { TicketSummary, TicketView } from '@ticketing/contracts';

/** What a ticket will look like once an edit is saved. */
export type TicketLook = Partial<Omit<TicketView, 'id' | 'version'>>;

/** Edits that are shown but not saved yet. Dropping one puts the ticket back to what the server last said. */
@Service()
export class PendingEdits {
  private readonly edits = signal<ReadonlyMap<number, readonly TicketLook[]>>(new Map());

  /** Shows an edit on a ticket from now on. */
  add(id: number, look: TicketLook): void {
    this.edits.update((edits) => new Map(edits).set(id, [...(edits.get(id) ?? []), look]));
  }

  /** Shows it no longer: it was saved, or refused. */
  drop(id: number, look: TicketLook): void {
    this.edits.update((edits) => {
      const left = (edits.get(id) ?? []).filter((candidate) => candidate !== look);
      const next = new Map(edits);
      if (left.length > 0) next.set(id, left);
      else next.delete(id);
      return next;
    });
  }

  /** The ticket with its pending edits on top. */
  applyTo<T extends TicketSummary>(ticket: T): T {
    const looks = this.edits().get(ticket.id);
    return looks ? Object.assign({}, ticket, ...looks) : ticket;
  }
}
