import { TICKET_TRANSITIONS, type TicketStatus } from '@ticketing/contracts';
import { illegalTransition } from './ticket.problems.js';

export function isLegalTransition(from: TicketStatus, to: TicketStatus): boolean {
  return TICKET_TRANSITIONS[from].includes(to);
}

/** @throws ProblemError 409 */
export function requireTransition(from: TicketStatus, to: TicketStatus): void {
  if (!isLegalTransition(from, to)) throw illegalTransition(from, to);
}
