import type { LiveChange, LiveEvent, TicketEventType } from '@ticketing/contracts';
import { sightOf } from '../comments/index.js';
import type { Who } from '../platform/access/actor.js';
import { type JudgedTicket, may, ticketPolicy } from '../tickets/index.js';

/** As much of a ticket as decides who may hear of it; it follows the ticket, also for hints of before. */
export interface HeardTicket extends JudgedTicket {
  isDeleted: boolean;
}

/** Something happened to a ticket. */
interface TicketHint {
  type: TicketEventType;
  ticketId: number;
  isInternal: boolean;
  ticket: HeardTicket;
}

/** Somebody's bell has something new. */
interface BellHint {
  bellOf: number;
}

/** What an event tells streams: that something happened, and to what; never what. */
export type Hint = TicketHint | BellHint;

/**
 * Whether the actor may hear it: `visibleTo` and the sight of comments, judged without the database; a test proves
 * that they agree. A deleted ticket does not exist, but that it was deleted is told to those who had it on screen.
 */
export function concerns(actor: Who, hint: Hint): boolean {
  if ('bellOf' in hint) return hint.bellOf === actor.id;
  const { ticket, type, isInternal } = hint;
  if (!may(ticketPolicy.read, actor, ticket)) return false;
  if (ticket.isDeleted && type !== 'ticket.deleted') return false;
  return !isInternal || sightOf(actor, ticket) === 'all';
}

/** The hint on the wire. */
export function messageOf(hint: Hint): { event: LiveEvent; data: LiveChange | object } {
  if ('bellOf' in hint) return { event: 'notification', data: {} };
  return { event: 'change', data: { type: hint.type, ticket_id: hint.ticketId } satisfies LiveChange };
}
