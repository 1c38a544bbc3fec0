import type { TicketAbilities, TicketStatus } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { forbidden } from '../platform/http/problem.js';
import { ticketStateForbids } from './ticket.problems.js';

/** What a rule needs to know of a ticket. */
export interface JudgedTicket {
  userId: number;
  status: TicketStatus;
}

/** What the rule about ratings needs to know besides. */
export interface RateableTicket extends JudgedTicket {
  resolutionCount: number;
  isRated: boolean;
}

/** Who may (else 403), and in which state (else 409). */
interface Rule<Ticket extends JudgedTicket = JudgedTicket> {
  who(actor: Who, ticket: Ticket): boolean;
  when?(ticket: Ticket, actor: Who): boolean;
}

const isAdmin = (actor: Who) => actor.role === 'admin';
/** Tags are words of the support team, on whatever ticket. */
export const seesTags = isAdmin;
const isRequester = (actor: Who, ticket: JudgedTicket) => ticket.userId === actor.id;
const isParticipant = (actor: Who, ticket: JudgedTicket) => isAdmin(actor) || isRequester(actor, ticket);
/** On a closed ticket only admins act. */
const unlessClosed = (ticket: JudgedTicket, actor: Who) => ticket.status !== 'closed' || isAdmin(actor);

/** Done, after a resolution that has no rating yet. What was closed without ever being resolved is not rated. */
const awaitsRating = ({ status, resolutionCount, isRated }: RateableTicket) =>
  (status === 'resolved' || status === 'closed') && resolutionCount > 0 && !isRated;

/**
 * Who may do what with a ticket: the only place that asks for a role. Read by the services, by the presenter
 * (`ticket.can`) and by the object-level guard; `visibleTo` says `read` in SQL, and a test proves that they agree.
 */
export const ticketPolicy = {
  read: { who: isParticipant },
  edit: { who: isParticipant, when: unlessClosed },
  update_status: { who: isAdmin },
  assign: { who: isAdmin },
  tag: { who: seesTags },
  comment: { who: isParticipant, when: unlessClosed },
  comment_internally: { who: isAdmin },
  close: { who: isRequester, when: ({ status }) => status !== 'closed' },
  reopen: { who: isRequester, when: ({ status }) => status === 'resolved' },
  rate: { who: isRequester, when: awaitsRating },
  delete: { who: isAdmin },
} satisfies Record<keyof TicketAbilities | 'read', Rule<RateableTicket>>;

export function may<Ticket extends JudgedTicket>(rule: Rule<Ticket>, actor: Who, ticket: Ticket): boolean {
  return rule.who(actor, ticket) && (rule.when?.(ticket, actor) ?? true);
}

/** @throws ProblemError 403 for the wrong person, 409 for the wrong state */
export function requireMay<Ticket extends JudgedTicket>(
  rule: Rule<Ticket>,
  actor: Who,
  ticket: Ticket,
): void {
  if (!rule.who(actor, ticket)) throw forbidden('You may not do this with this ticket.');
  if (!may(rule, actor, ticket)) throw ticketStateForbids(ticket.status);
}

/** Everything that the actor may do with the ticket now. */
export function ticketAbilities(actor: Who, ticket: RateableTicket): TicketAbilities {
  const { read: _, ...rules } = ticketPolicy;
  const abilities = Object.entries(rules).map(([name, rule]) => [name, may(rule, actor, ticket)]);
  return Object.fromEntries(abilities) as unknown as TicketAbilities;
}
