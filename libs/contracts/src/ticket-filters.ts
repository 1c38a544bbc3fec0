import type { Counted } from './paging.js';
import type { TicketCategory, TicketPriority, TicketStatus } from './tickets.js';

/** Sort keys of ticket lists; a leading `-` means descending. Ties are broken by id. */
export const TICKET_SORTS = [
  '-updated_at',
  'updated_at',
  '-created_at',
  'created_at',
  '-priority',
  'priority',
  '-id',
  'id',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** Query of every ticket list. Parameters add up; repeated values of one are alternatives. */
export interface TicketListQuery {
  status?: TicketStatus[];
  priority?: TicketPriority[];
  category?: TicketCategory[];
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
