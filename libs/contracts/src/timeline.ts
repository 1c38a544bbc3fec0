import type { CommentView } from './comments.js';
import type { NotedMail } from './inbound-mail.js';
import type { UserRef } from './users.js';

/** What can happen to a ticket. */
export const TICKET_EVENT_TYPES = [
  'ticket.created',
  'ticket.edited',
  'ticket.assigned',
  'ticket.status_changed',
  /** Internal: other tags. */
  'ticket.tagged',
  'ticket.deleted',
  'ticket.restored',
  /** The requester rated the latest resolution. */
  'ticket.rated',
  /** The requester was told that the resolved ticket is about to be closed. */
  'ticket.closing_soon',
  'comment.added',
  /** Told to admins alone: all others only see the comment as it is now, or not at all. */
  'comment.edited',
  'comment.deleted',
  'comment.restored',
  /** Internal: a bounce or an auto-reply was kept, and changed nothing. */
  'mail.noted',
] as const;
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];

/** One changed field, old and new, as people read them (names for persons). */
export interface FieldChange {
  field:
    | 'title'
    | 'description'
    | 'category'
    | 'priority'
    | 'status'
    | 'assigned_to'
    | 'admin_feedback'
    /** Names as they were then, with commas between; internal. */
    | 'tags';
  from: string | null;
  to: string | null;
}

/** One line of a ticket's history. */
export interface TimelineEntry {
  id: number;
  type: TicketEventType;
  /** Who did it; null for the system. */
  actor: UserRef | null;
  /** Only admins receive internal entries. */
  is_internal: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Empty for created, deleted, restored, rated, closing soon, comments and mails. Old texts of comments are in the audit log. */
  changes: FieldChange[];
  /** Filled for `comment.added`, which goes when the comment is deleted. */
  comment: CommentView | null;
  /** Filled for `mail.noted`. */
  mail: NotedMail | null;
  /** Filled for `ticket.rated`: 1 to 5. */
  score: number | null;
  /** Filled for `ticket.closing_soon`: not before then, and not if somebody writes. */
  closes_at: string | null;
}
