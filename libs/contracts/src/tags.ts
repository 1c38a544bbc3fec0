import type { Counted } from './paging.js';

/** Looks of a tag: names, so that each theme has its own shade. */
export const TAG_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

export const TAG_LIMITS = {
  name: { min: 1, max: 40 },
  description: { max: 200 },
  /** How many there can be besides deleted ones: pickers show all of them. */
  count: 500,
  /** On one ticket. */
  perTicket: 20,
  /** In one filter of a list. */
  filter: 10,
} as const;

/** A tag on a ticket. Tags are words of the support team: requesters never see them. */
export interface TagRef {
  id: number;
  name: string;
  color: TagColor;
}

/** Answer of `GET /api/tags/` (admins): all that can be put on tickets, by name. */
export interface TagList {
  results: TagRef[];
}

/** A tag as the admin area shows it. */
export interface TagView extends TagRef {
  /** When to use it; may be empty. */
  description: string;
  /** Tickets that carry it (deleted ones not): `GET /api/tickets/?tag=<id>`. */
  ticket_count: Counted;
  /** Grows with every change; the `ETag`. */
  version: number;
  /** Times are ISO 8601, UTC. */
  created_at: string;
  updated_at: string;
  /** Null unless it is deleted: then no ticket shows it, and it can be restored with its tickets. */
  deleted_at: string | null;
}

/** Query of `GET /api/admin/tags/`, by name. */
export interface TagListQuery {
  /** Part of the name, in any case. */
  q?: string;
  color?: TagColor[];
  /** True: only deleted ones. Left out or false: none of them. */
  is_deleted?: boolean;
  limit?: number;
  cursor?: string;
}

/** Body of `POST /api/admin/tags/`. */
export interface CreateTagRequest {
  /** Unlike the name of any other, whatever the case. */
  name: string;
  /** `gray` unless given. */
  color?: TagColor;
  /** Empty unless given. */
  description?: string;
}

/** Body of `PATCH /api/admin/tags/{id}/`. What is left out stays as it is. */
export interface UpdateTagRequest {
  name?: string;
  color?: TagColor;
  description?: string;
}
