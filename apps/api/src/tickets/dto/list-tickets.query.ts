import {
  LIMITS,
  RATING_LIMITS,
  TAG_LIMITS,
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
  QueryIds,
  QueryInteger,
  QueryIntegers,
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

  @QueryIds(TAG_LIMITS.filter, 'Tickets that carry any of these tags, by id. Admins only.')
  tag?: number[];

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

  @QueryMoment('First public answer by somebody else then or later.')
  first_response_after?: string;

  @QueryMoment('First public answer by somebody else earlier.')
  first_response_before?: string;

  @QueryIntegers(RATING_LIMITS.score, 'Only with these scores, 1 (bad) to 5 (good), as the newest rating.')
  score?: number[];

  @QueryMoment('Newest rating given then or later.')
  rated_after?: string;

  @QueryMoment('Newest rating given earlier.')
  rated_before?: string;

  @QueryInteger({ min: 1, max: 7 }, 'Created on this weekday (UTC), 1 Monday to 7 Sunday.')
  created_weekday?: number;

  @QueryInteger({ min: 0, max: 23 }, 'Created in this hour (UTC).')
  created_hour?: number;

  @QueryMoment(
    'Active at that moment: created before it, and not resolved until then, as far as tickets tell now.',
  )
  active_at?: string;

  @QueryText(LIMITS.search.max, 'All these words, in the title and description or in one visible comment.')
  q?: string;

  @QueryChoice(
    TICKET_SORTS,
    '`-updated_at` unless said otherwise; ties are broken by id. In the order of `resolved_at`, `first_response_at` ' +
      'or `rated_at` the list has only tickets that have it.',
  )
  sort?: TicketSort;

  @QueryInteger(LIMITS.page, 'Tickets on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
