import type { TicketListQuery } from './ticket-filters.js';
import type { TicketCategory, TicketPriority, TicketStatus, TicketSummary } from './tickets.js';

/** A ticket as the admin area shows it, deleted ones, too. */
export interface AdminTicket extends TicketSummary {
  /** Markdown. */
  description: string;
  admin_feedback: string | null;
  first_response_at: string | null;
  closed_at: string | null;
  /** Null unless it is deleted: then it can be restored. */
  deleted_at: string | null;
  /** Stars of the latest resolution, 1 to 5; null while it is not rated. */
  rating_score: number | null;
}

/** Query of `GET /api/admin/tickets/` and `GET /api/admin/tickets/export/` (there without `limit` and `cursor`). */
export interface AdminTicketListQuery extends TicketListQuery {
  /** True: only deleted ones. Left out or false: none of them. */
  is_deleted?: boolean;
}

export const BULK_LIMITS = {
  /** Tickets that are changed at once, in one transaction. */
  tickets: 500,
  /** How long it can be taken back, in minutes. */
  undoMinutes: 15,
} as const;

/** What happens to each of them. At least one; `is_deleted` stands alone. */
export interface BulkTicketChange {
  status?: TicketStatus;
  /** Told to each requester; needs `status`. */
  admin_feedback?: string;
  priority?: TicketPriority;
  category?: TicketCategory;
  /** Id of an active admin, or null for nobody. */
  assigned_to?: number | null;
  /** Ids of tags. */
  add_tags?: number[];
  remove_tags?: number[];
  /** True deletes, false restores. */
  is_deleted?: boolean;
}

/** Body of `POST /api/admin/tickets/bulk/preview/` and `POST /api/admin/tickets/bulk/`. */
export interface BulkTicketsRequest {
  /** 1 to 500 different ids. */
  ids: number[];
  change: BulkTicketChange;
}

/** A ticket that stays as it is, and why. */
export interface BulkRefusal {
  id: number;
  /** Null for one that is not there. */
  title: string | null;
  /** For people: `A closed ticket cannot become pending.` */
  reason: string;
}

/** What would happen. Nothing does. */
export interface BulkPreview {
  /** How many would be changed. */
  changed: number;
  /** How many are like that already. */
  unchanged: number;
  refused: BulkRefusal[];
  /** For people, one line each: `30 tickets: assignee Nobody -> Bob`. */
  effects: string[];
}

/** What happened. Those that are refused keep nobody else back. */
export interface BulkResult {
  /** To take it back: `POST /api/admin/tickets/bulk/{id}/undo/`. Null when nothing was changed. */
  id: number | null;
  /** Ids. */
  changed: number[];
  unchanged: number[];
  refused: BulkRefusal[];
  /** ISO 8601, UTC. Null when nothing was changed. */
  undo_until: string | null;
}

/** Answer of `POST /api/admin/tickets/bulk/{id}/undo/`. Tickets that somebody has changed since stay as they are. */
export interface BulkUndone {
  /** Ids of those that are as they were. */
  restored: number[];
  left: BulkRefusal[];
}

/** Body of `POST /api/admin/downloads/`. */
export interface DownloadRequest {
  /** An export with its filters: `/api/admin/tickets/export/?status=open`. */
  path: string;
}

/** Answer: an address for the browser itself, which streams to the disk and sends no token. */
export interface DownloadLink {
  url: string;
  /** Good once, until then. ISO 8601, UTC. */
  expires_at: string;
}
