import type { AdminComment, CommentView } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { UserRefs } from '../users/index.js';
import type { AdminCommentRow } from './admin-comments.repository.js';
import { commentAbilities, type JudgedComment } from './comment.policy.js';
import type { ReadComment } from './comments.repository.js';

/** A comment as the actor sees it. */
export function presentComment(actor: Who, row: JudgedComment & ReadComment, people: UserRefs): CommentView {
  return {
    id: row.id,
    ticket: row.ticketId,
    author: people.of(row.authorId),
    content: row.content,
    is_internal: row.isInternal,
    source: row.source && { kind: row.source.kind, quoted: row.source.quoted },
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
    can: commentAbilities(actor, row),
  };
}

/** As the admin area shows it. */
export function presentAdminComment(actor: Who, row: AdminCommentRow, people: UserRefs): AdminComment {
  return {
    ...presentComment(actor, row, people),
    ticket_title: row.ticketTitle,
    deleted_at: row.deletedAt?.toISOString() ?? null,
  };
}
