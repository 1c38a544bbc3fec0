import type { TicketEventType } from '@ticketing/contracts';
import type { DomainEvent } from '../platform/events/event-log.js';
import type { CommentRow } from './comments.repository.js';

/** What the history keeps of a comment: where it is. */
export interface CommentAddedData {
  comment_id: number;
}

export const commentAdded = (comment: CommentRow): DomainEvent => ({
  type: 'comment.added' satisfies TicketEventType,
  ticketId: comment.ticketId,
  actorId: comment.authorId,
  isInternal: comment.isInternal,
  object: { model: 'comments', id: comment.id },
  data: { comment_id: comment.id } satisfies CommentAddedData,
});
