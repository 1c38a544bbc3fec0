import type { CsvColumn } from '../platform/csv/csv-table.js';
import type { TagsColumn, WholeTicket } from '../tickets/index.js';
import type { UserRefs } from '../users/index.js';
import { scoreOf } from './admin-ticket.presenter.js';

/** A ticket with everything that its line names. */
export interface ExportedTicket {
  ticket: WholeTicket & TagsColumn;
  people: UserRefs;
}

/** The file of tickets, from left to right. */
export const TICKET_COLUMNS: CsvColumn<ExportedTicket>[] = [
  { heading: 'Number', value: ({ ticket }) => ticket.id },
  { heading: 'Title', value: ({ ticket }) => ticket.title },
  { heading: 'Status', value: ({ ticket }) => ticket.status },
  { heading: 'Priority', value: ({ ticket }) => ticket.priority },
  { heading: 'Category', value: ({ ticket }) => ticket.category },
  { heading: 'Tags', value: ({ ticket }) => ticket.tags.map(({ name }) => name).join(', ') },
  { heading: 'Requester', value: ({ ticket, people }) => people.of(ticket.userId).name },
  { heading: 'Assignee', value: ({ ticket, people }) => people.ofNullable(ticket.assignedToId)?.name },
  { heading: 'Created', value: ({ ticket }) => ticket.createdAt },
  { heading: 'Updated', value: ({ ticket }) => ticket.updatedAt },
  { heading: 'First response', value: ({ ticket }) => ticket.firstResponseAt },
  { heading: 'Resolved', value: ({ ticket }) => ticket.resolvedAt },
  { heading: 'Closed', value: ({ ticket }) => ticket.closedAt },
  { heading: 'Deleted', value: ({ ticket }) => ticket.deletedAt },
  { heading: 'Comments', value: ({ ticket }) => ticket.publicCommentCount },
  { heading: 'Internal notes', value: ({ ticket }) => ticket.internalCommentCount },
  { heading: 'Rating', value: ({ ticket }) => scoreOf(ticket) },
  { heading: 'Description', value: ({ ticket }) => ticket.description },
  { heading: 'Feedback', value: ({ ticket }) => ticket.adminFeedback },
];
