import {
  LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketListQuery,
  type TicketPriority,
  type TicketSort,
  type TicketStatus,
} from '@ticketing/contracts';
import {
  QueryChoice,
  QueryChoices,
  QueryCursor,
  QueryIdOr,
  QueryInteger,
  QueryMoment,
  QueryText,
} from '../../platform/http/query-fields.js';

export class ListTicketsQuery implements TicketListQuery {
  @QueryChoices(TICKET_STATUSES, 'Only these statuses.')
  status?: TicketStatus[];

  @QueryChoices(TICKET_PRIORITIES, 'Only these priorities.')
  priority?: TicketPriority[];

  @QueryChoices(TICKET_CATEGORIES, 'Only these categories.')
  category?: TicketCategory[];

  @QueryIdOr(['me', 'none'], 'Id of an admin, `me`, or `none` for unassigned.')
  assigned_to?: number | 'me' | 'none';

  @QueryInteger({ min: 1, max: LIMITS.id.max }, 'Id of the requester.')
  user?: number;

  @QueryMoment('Created then or later.')
  created_after?: string;

  @QueryMoment('Created earlier.')
  created_before?: string;

  @QueryMoment('Changed then or later.')
  updated_after?: string;

  @QueryMoment('Changed earlier.')
  updated_before?: string;

  @QueryMoment('Resolved then or later, and not reopened since.')
  resolved_after?: string;

  @QueryMoment('Resolved earlier, and not reopened since.')
  resolved_before?: string;

  @QueryText(LIMITS.search.max, 'All these words, in the title and description or in one visible comment.')
  q?: string;

  @QueryChoice(TICKET_SORTS, '`-updated_at` unless said otherwise; ties are broken by id.')
  sort?: TicketSort;

  @QueryInteger(LIMITS.page, 'Tickets on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
