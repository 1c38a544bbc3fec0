import type { TicketCategory, TicketPriority } from './tickets.js';

export const TEMPLATE_LIMITS = {
  name: { min: 1, max: 80 },
  /** A skeleton may leave the title to whoever writes the ticket. */
  title: { max: 200 },
  description: { max: 20_000 },
  /** How many there can be besides deleted ones: the form shows all of them. */
  count: 200,
} as const;

/** What a new ticket can start from, as the form needs it. */
export interface TicketTemplate {
  id: number;
  name: string;
  /** Where the ticket's title starts; may be empty. */
  title: string;
  /** Markdown with gaps to fill; may be empty. */
  description: string;
  category: TicketCategory;
  priority: TicketPriority;
}

/** Answer of `GET /api/templates/`: the active ones, in their order. */
export interface TicketTemplateList {
  results: TicketTemplate[];
}

/** A template as admins see it. */
export interface TemplateView extends TicketTemplate {
  /** Only active ones are offered. */
  is_active: boolean;
  /** Small ones come first; set by `POST /api/admin/templates/reorder/`. */
  position: number;
  /** Grows with every change but that of the order; the `ETag`. */
  version: number;
  /** Times are ISO 8601, UTC. */
  created_at: string;
  updated_at: string;
  /** Null unless it is deleted: then it can be restored. */
  deleted_at: string | null;
}

/** Query of `GET /api/admin/templates/`, which answers with a page of `TemplateView`, in their order. */
export interface TemplateListQuery {
  /** Part of the name, in any case. */
  q?: string;
  is_active?: boolean;
  /** True: only deleted ones. Left out or false: none of them. */
  is_deleted?: boolean;
  limit?: number;
  cursor?: string;
}

/** Body of `POST /api/admin/templates/`. It goes to the end of the order. */
export interface CreateTemplateRequest {
  /** Unlike the name of any other, whatever the case. */
  name: string;
  /** Empty unless given. */
  title?: string;
  /** Empty unless given. */
  description?: string;
  category: TicketCategory;
  priority: TicketPriority;
  /** True unless given. */
  is_active?: boolean;
}

/** Body of `PATCH /api/admin/templates/{id}/`. What is left out stays as it is. */
export interface UpdateTemplateRequest {
  name?: string;
  title?: string;
  description?: string;
  category?: TicketCategory;
  priority?: TicketPriority;
  is_active?: boolean;
}

/** Body of `POST /api/admin/templates/reorder/`: these first, in this order; all others follow as they were. */
export interface ReorderTemplatesRequest {
  ids: number[];
}

/** Answer of `POST /api/admin/templates/reorder/`: all that are not deleted, in the new order. */
export interface TemplateList {
  results: TemplateView[];
}
