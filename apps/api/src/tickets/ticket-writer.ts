import { Injectable } from '@nestjs/common';
import type { FieldChange } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/database.js';
import { type DomainEvent, EventLog } from '../platform/events/event-log.js';
import type { TicketFacts } from './ticket-changes.js';
import { TicketSearch } from './ticket-search.js';
import type { TicketEntity } from './ticket.entity.js';
import { ticketChanged, ticketDeleted, ticketRestored } from './ticket.events.js';
import { TicketsRepository } from './tickets.repository.js';

/** What a ticket was when it was locked. */
export interface AsLocked {
  facts: TicketFacts;
  version: number;
  isDeleted: boolean;
}

/** A ticket that is another now, in memory. */
export interface Changed {
  ticket: TicketEntity;
  locked: AsLocked;
  /** What is written already, beside the ticket's own columns: its tags. */
  besides?: FieldChange[];
}

export function asLocked(ticket: TicketEntity): AsLocked {
  return { facts: ticket.facts(), version: ticket.version, isDeleted: ticket.deletedAt !== null };
}

/** Writes down what was done to tickets under their locks: a new version, the row, the index, the events. */
@Injectable()
export class TicketWriter {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly search: TicketSearch,
    private readonly events: EventLog,
  ) {}

  /** Writes nothing when nothing changed. @returns the fields that did */
  async write(tx: Tx, actor: Who, changed: Changed, now: Date): Promise<FieldChange[]> {
    const { ticket, locked } = changed;
    const made = conclude(changed, now);
    const events = eventsOf(actor, changed, made);
    if (events.length === 0) return made;
    await this.repository.save(tx, ticket, locked.version);
    if (made.some(({ field }) => field === 'title' || field === 'description')) {
      await this.search.changeTicket(tx, ticket);
    }
    for (const event of events) await this.events.append(tx, event);
    return made;
  }

  /** The same for many, in two statements. Neither title nor description changed, for no index is written. */
  async writeAll(tx: Tx, actor: Who, changed: Changed[], now: Date): Promise<void> {
    const events = changed.flatMap((one) => eventsOf(actor, one, conclude(one, now)));
    if (events.length === 0) return;
    await this.repository.saveAll(
      tx,
      changed.map(({ ticket, locked }) => ({ ticket, loadedVersion: locked.version })),
    );
    await this.events.appendAll(tx, events);
  }
}

function conclude({ ticket, locked, besides = [] }: Changed, now: Date): FieldChange[] {
  return [...ticket.concludeChange(locked.facts, now), ...besides];
}

function eventsOf(actor: Who, { ticket, locked }: Changed, made: FieldChange[]): DomainEvent[] {
  return [...ticketChanged(actor, ticket, made), ...fateOf(actor, ticket, locked)];
}

/** Deleted, restored, or neither. */
function fateOf(actor: Who, ticket: TicketEntity, { isDeleted: was }: AsLocked): DomainEvent[] {
  const is = ticket.deletedAt !== null;
  if (is === was) return [];
  return [is ? ticketDeleted(actor, ticket) : ticketRestored(actor, ticket)];
}
