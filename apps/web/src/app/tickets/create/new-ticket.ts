import type { CreateTicketRequest } from '@ticketing/contracts';

/** The name that the draft of a new ticket is kept under. */
export const NEW_TICKET_DRAFT = 'new-ticket';

/** What the form starts with. */
export const EMPTY_TICKET: CreateTicketRequest = {
  title: '',
  description: '',
  category: 'support',
  priority: 'medium',
};

/** Whether somebody has typed something that would be a pity to lose. */
export function isWorthKeeping(ticket: CreateTicketRequest): boolean {
  return ticket.title.trim() !== '' || ticket.description.trim() !== '';
}
