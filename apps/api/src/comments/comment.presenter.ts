import type { CommentView } from '@ticketing/contracts';
import type { UserRefs } from '../users/index.js';
import type { CommentRow } from './comments.repository.js';

export function presentComment(row: CommentRow, people: UserRefs): CommentView {
  return {
    id: row.id,
    ticket: row.ticketId,
    author: people.of(row.authorId),
    content: row.content,
    is_internal: row.isInternal,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
