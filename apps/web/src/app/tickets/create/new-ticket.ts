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

/** The same text, as if it had been written without a template. */
export function withoutItsTemplate(ticket: CreateTicketRequest): CreateTicketRequest {
  const { title, description, category, priority } = ticket;
  return { title, description, category, priority };
}
