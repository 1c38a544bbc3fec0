import type { CommentSource } from './inbound-mail.js';
import type { UserRef } from './users.js';

/** What the reader may do with a comment now. Ask these, never the role. */
export interface CommentAbilities {
  /** Change the text. The history keeps what it was. */
  edit: boolean;
  /** Take it away from everybody; it can be restored in the admin area. */
  delete: boolean;
}

/** A comment as one reader sees it. */
export interface CommentView {
  id: number;
  /** Id of the ticket. */
  ticket: number;
  author: UserRef;
  /** Markdown. */
  content: string;
  /** Only admins see internal notes. */
  is_internal: boolean;
  /** Null for a comment that was written here. */
  source: CommentSource | null;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Later than `created_at` when somebody has changed the text: "Edited". */
  updated_at: string;
  /** Grows with every change; `If-Match` of a change. */
  version: number;
  can: CommentAbilities;
}

/** Body of `POST /api/tickets/{id}/add_comment/` and `POST /api/tickets/{id}/comments/`. */
export interface AddCommentRequest {
  /** Markdown, 1 to 20,000 code points. */
  content: string;
  /** True hides the comment from the requester; admins only. */
  is_internal?: boolean;
}
