import type { FieldChange } from '@ticketing/contracts';
import type { TicketEntity } from './ticket.entity.js';

type Field = Exclude<FieldChange['field'], 'tags'>;

/** The columns whose changes make history, as the wire names them. Tags have a table of their own. */
export type TicketFacts = Record<Field, string | null>;

export function ticketFacts(ticket: TicketEntity): TicketFacts {
  return {
    title: ticket.title,
    description: ticket.description,
    category: ticket.category,
    priority: ticket.priority,
    status: ticket.status,
    assigned_to: ticket.assignedToId === null ? null : String(ticket.assignedToId),
    admin_feedback: ticket.adminFeedback,
  };
}

/** What is different, field by field; assignees as ids, which the timeline turns into names. */
export function changesBetween(before: TicketFacts, after: TicketFacts): FieldChange[] {
  const fields = Object.keys(before) as Field[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}
