import type { Counted } from './paging.js';
import type { TicketCategory, TicketPriority, TicketStatus } from './tickets.js';

/**
 * Sort keys of ticket lists; a leading `-` means descending. Ties are broken by id. A list in the order of a moment that
 * not every ticket has (resolved, first answered, rated) has only those that have it.
 */
export const TICKET_SORTS = [
  '-updated_at',
  'updated_at',
  '-created_at',
  'created_at',
  '-priority',
  'priority',
  '-id',
  'id',
  '-resolved_at',
  'resolved_at',
  '-first_response_at',
  'first_response_at',
  '-rated_at',
  'rated_at',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** Query of every ticket list. Parameters add up; repeated values of one are alternatives. */
export interface TicketListQuery {
  status?: TicketStatus[];
  priority?: TicketPriority[];
  category?: TicketCategory[];
  /** Ids of tags, at most 10: tickets that carry any of them. Admins only, a 400 for others. */
  tag?: number[];
  /** Id of an admin, `me`, or `none` for unassigned. */
  assigned_to?: number | 'me' | 'none';
  /** Id of the requester. */
  user?: number;
  /** ISO 8601; `after` is inclusive, `before` exclusive. */
  created_after?: string;
  created_before?: string;
  updated_after?: string;
  updated_before?: string;
  /** Resolved (or closed without it) and not reopened since. */
  resolved_after?: string;
  resolved_before?: string;
  /** First public comment by somebody other than the requester. */
  first_response_after?: string;
  first_response_before?: string;
  /** Scores of the newest rating, 1 to 5, and when that was given; both stay when the ticket is reopened. */
  score?: number[];
  rated_after?: string;
  rated_before?: string;
  /** Created on this weekday, 1 Monday to 7 Sunday, and in this hour, 0 to 23, of UTC. */
  created_weekday?: number;
  created_hour?: number;
  /**
   * Active at that moment, as far as tickets tell now: created before it, and not resolved until then. A reopened
   * ticket was never resolved.
   */
  active_at?: string;
  /** Full text over title, description and the comments that the caller may see. */
  q?: string;
  /** `-updated_at` unless said otherwise. */
  sort?: TicketSort;
  /** 1 to 100; 25 unless said otherwise. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

/** Answer of `GET /api/tickets/counts/`: active tickets (not resolved, not closed) behind each tab. */
export interface TicketCounts {
  my_tickets: Counted;
  /** Null for who may not see all tickets. */
  all: Counted | null;
  assigned_to_me: Counted | null;
  unassigned: Counted | null;
}
