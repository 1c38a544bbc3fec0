import type { FieldChange, TicketEventType } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';

type EventOn = { id: number };

/** What the history keeps of a change; `changes` is shown, old and new. */
export interface TicketChangeData {
  changes: FieldChange[];
  /** Nobody did it: the product did, by its rules. */
  automatic?: true;
}

/** How a ticket began, where that makes a difference. */
export interface TicketNews {
  /** It came by mail. */
  by_mail?: true;
  /**
   * The requester is not told that it arrived: somebody whose mails open many tickets in a row is told once, for two
   * machines that confirm each other's mails never end (RFC 3834).
   */
  unconfirmed?: true;
  /** The template that it started from. */
  template_id?: number;
}

/** What the history keeps of a rating; what the requester wrote stays with the rating. */
export interface TicketRatedData {
  score: number;
}

/** What the history keeps of the warning before a resolved ticket is closed. */
export interface ClosingSoonData {
  closes_at: string;
}

/** @param actor null: nobody did it, the product did */
const event = (
  type: TicketEventType,
  actor: Who | null,
  ticket: EventOn,
  data: object = {},
  isInternal = false,
): DomainEvent => ({
  type,
  ticketId: ticket.id,
  actorId: actor?.id ?? null,
  object: { model: 'tickets', id: ticket.id },
  isInternal,
  data,
});

export const ticketCreated = (actor: Who, ticket: EventOn, news: TicketNews = {}) =>
  event('ticket.created', actor, ticket, news);
export const ticketDeleted = (actor: Who, ticket: EventOn) => event('ticket.deleted', actor, ticket);
export const ticketRestored = (actor: Who, ticket: EventOn) => event('ticket.restored', actor, ticket);

export const ticketRated = (actor: Who, ticket: EventOn, score: number) =>
  event('ticket.rated', actor, ticket, { score } satisfies TicketRatedData);

/** @param closesAt not before then, and not if somebody writes */
export const ticketClosingSoon = (ticket: EventOn, closesAt: Date) =>
  event('ticket.closing_soon', null, ticket, {
    closes_at: closesAt.toISOString(),
  } satisfies ClosingSoonData);

const TYPE_OF_FIELD: Record<FieldChange['field'], TicketEventType> = {
  title: 'ticket.edited',
  description: 'ticket.edited',
  category: 'ticket.edited',
  priority: 'ticket.edited',
  assigned_to: 'ticket.assigned',
  status: 'ticket.status_changed',
  admin_feedback: 'ticket.status_changed',
  tags: 'ticket.tagged',
};

/** Kinds of change of which requesters see no trace. */
const INTERNAL: ReadonlySet<TicketEventType> = new Set(['ticket.tagged']);

/** One event for each kind of change: an edit, an assignment, a change of status with its feedback, other tags. */
export function ticketChanged(actor: Who | null, ticket: EventOn, changes: FieldChange[]): DomainEvent[] {
  const kinds = Map.groupBy(changes, ({ field }) => TYPE_OF_FIELD[field]);
  return [...kinds].map(([type, of]) => {
    const data: TicketChangeData = { changes: of, ...(actor === null && { automatic: true }) };
    return event(type, actor, ticket, data, INTERNAL.has(type));
  });
}
