import type { CommentView } from '@ticketing/contracts';
import type { UserRefs } from '../users/index.js';
import type { ReadComment } from './comments.repository.js';

export function presentComment(row: ReadComment, people: UserRefs): CommentView {
  return {
    id: row.id,
    ticket: row.ticketId,
    author: people.of(row.authorId),
    content: row.content,
    is_internal: row.isInternal,
    source: row.source && { kind: row.source.kind, quoted: row.source.quoted },
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
