import type { CommentView } from './comments.js';

/** A comment as the admin area shows it, deleted ones, too. */
export interface AdminComment extends CommentView {
  /** Title of the ticket. */
  ticket_title: string;
  /** Null unless it is deleted: then nobody else sees it, and it can be restored. */
  deleted_at: string | null;
}

/** Query of `GET /api/admin/comments/` (newest first) and its `export/`. */
export interface AdminCommentListQuery {
  /** Full text. */
  q?: string;
  /** Id of the author. */
  author?: number;
  /** Id of the ticket. */
  ticket?: number;
  is_internal?: boolean;
  /** True: only deleted ones. Left out or false: none of them. */
  is_deleted?: boolean;
  created_after?: string;
  created_before?: string;
  limit?: number;
  cursor?: string;
}

/** Body of `PATCH /api/admin/comments/{id}/`. The history keeps what it was. */
export interface UpdateCommentRequest {
  /** Markdown, 1 to 20,000 code points. */
  content: string;
}
