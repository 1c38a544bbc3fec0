import type { CommentView } from './comments.js';
import type { Page } from './paging.js';
import type { Rating } from './ratings.js';
import type { TagRef } from './tags.js';
import type { UserRef } from './users.js';

/** The way of a ticket. `resolved` may come back, `closed` only by an admin. */
export const TICKET_STATUSES = ['open', 'in_progress', 'pending_user', 'resolved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Statuses of a ticket that somebody still has to work on. */
export const ACTIVE_TICKET_STATUSES = [
  'open',
  'in_progress',
  'pending_user',
] as const satisfies readonly TicketStatus[];

/** From least to most pressing: lists sort by this order. */
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

export const TICKET_CATEGORIES = ['bug', 'feature', 'support', 'billing', 'other'] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** What the reader may do with this ticket now. Ask these, never the role. */
export interface TicketAbilities {
  /** Change title, description, category and priority. */
  edit: boolean;
  /** Move it to another status, with feedback. */
  update_status: boolean;
  assign: boolean;
  /** See its tags and put others on it. */
  tag: boolean;
  comment: boolean;
  /** Write and read internal notes. */
  comment_internally: boolean;
  /** Close it as the requester. */
  close: boolean;
  /** Reopen it as the requester. */
  reopen: boolean;
  /** Rate how it was resolved, as the requester: once for each resolution. */
  rate: boolean;
  delete: boolean;
}

/** The newest comment that the reader may see. */
export interface LatestComment {
  author: UserRef;
  /** The first 140 code points, on one line. */
  excerpt: string;
  is_internal: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A ticket in a list. */
export interface TicketSummary {
  id: number;
  title: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
  /** The requester. */
  user: UserRef;
  /** The admin who has it, or null. */
  assigned_to: UserRef | null;
  /** Times are ISO 8601, UTC. */
  created_at: string;
  updated_at: string;
  resolved_at: string | null;
  /** Comments that the reader may see. */
  comment_count: number;
  latest_comment: LatestComment | null;
  /** By name. Always empty for requesters: tags are words of the support team. */
  tags: TagRef[];
  /** Grows with every change that the reader can see; the `ETag` of the ticket. */
  version: number;
  can: TicketAbilities;
}

/** A ticket on its own page. */
export interface TicketView extends TicketSummary {
  /** Markdown. */
  description: string;
  /** What the support team said with the last change of status, or null. */
  admin_feedback: string | null;
  /** First public comment by somebody other than the requester. */
  first_response_at: string | null;
  closed_at: string | null;
  /** What the requester said of the latest resolution, or null. */
  rating: Rating | null;
  /** The first page, oldest first; more at `GET /api/tickets/{id}/comments/`. */
  comments: Page<CommentView>;
  /** Address of the history: comments, notes and changes in one line. */
  timeline: string;
}

/** Body of `POST /api/tickets/`. */
export interface CreateTicketRequest {
  /** 3 to 200 code points after trimming. */
  title: string;
  /** Markdown, 1 to 20,000 code points. */
  description: string;
  category: TicketCategory;
  priority: TicketPriority;
  /** The active template that it started from; kept in the history only. */
  template_id?: number;
  /** Ids of tags; admins only, ignored from others. */
  tags?: number[];
}

/**
 * Body of `PATCH /api/tickets/{id}/`. What is left out stays as it is; what the caller may not
 * write (`status`, `assigned_to` and `tags` for the requester) is ignored.
 */
export interface UpdateTicketRequest {
  title?: string;
  description?: string;
  category?: TicketCategory;
  priority?: TicketPriority;
  status?: TicketStatus;
  /** Id of an active admin, or null for nobody. */
  assigned_to?: number | null;
  /** Ids of all tags that it carries from now on, at most 20, none that is deleted; admins only. */
  tags?: number[];
}

/** Body of `PATCH /api/tickets/{id}/update_status/`. */
export interface UpdateStatusRequest {
  status: TicketStatus;
  /** Told to the requester; up to 5,000 code points. Left out: the last one stays. */
  admin_feedback?: string;
}

/** Legal moves between statuses. Everything else is a 409. */
export const TICKET_TRANSITIONS: Record<TicketStatus, readonly TicketStatus[]> = {
  open: ['in_progress', 'pending_user', 'resolved', 'closed'],
  in_progress: ['open', 'pending_user', 'resolved', 'closed'],
  pending_user: ['open', 'in_progress', 'resolved', 'closed'],
  resolved: ['open', 'in_progress', 'closed'],
  closed: ['open'],
};
