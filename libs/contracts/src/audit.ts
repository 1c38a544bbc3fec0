import type { UserRef } from './users.js';

/** Kinds of things whose changes are kept: the models of the admin area, by their part of its address. */
export const AUDIT_MODELS = [
  'tickets',
  'comments',
  'users',
  'templates',
  'tags',
  'integrations',
  'jobs',
  'quarantine',
] as const;
export type AuditModel = (typeof AUDIT_MODELS)[number];

/** One changed field, old and new, as people read them (names for persons). */
export interface AuditChange {
  /** As the API calls it: `is_active`. */
  field: string;
  /** Null: there was none, or it is not shown (secrets never are). */
  from: string | null;
  to: string | null;
}

/** What was changed. */
export interface AuditObject {
  model: AuditModel;
  id: number;
  /** What it is called now, or was called when it went; null when nobody knows any more. */
  title: string | null;
}

/** One thing that happened: who did what to what, when. Nobody can change or delete it. */
export interface AuditEntry {
  id: number;
  /** `ticket.status_changed`, `user.rights_changed`, ... */
  type: string;
  /** Who did it; null for the product itself. */
  actor: UserRef | null;
  /** Null when it happened to several things at once: dead jobs that were all tried again. */
  object: AuditObject | null;
  /** Empty when there is nothing to tell but that it happened: deleted, restored. */
  changes: AuditChange[];
  /** ISO 8601, UTC. */
  created_at: string;
}

/** Query of `GET /api/admin/audit_log/`, newest first. One object's history is `model` with `object`. */
export interface AuditLogQuery {
  model?: AuditModel[];
  /** Id of one thing of the model; needs exactly one `model`. */
  object?: number;
  /** Id of who did it. */
  actor?: number;
  /** `user.rights_changed`; repeatable. */
  type?: string[];
  /** ISO 8601; `after` is inclusive, `before` exclusive. */
  created_after?: string;
  created_before?: string;
  limit?: number;
  cursor?: string;
}
