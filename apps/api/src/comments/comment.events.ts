import type { TicketEventType } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';
import type { CommentRow } from './comments.repository.js';

/** What the history keeps of a comment: where it is. */
export interface CommentAddedData {
  comment_id: number;
}

/** What the audit log keeps of a change. Nothing else shows what a comment said before. */
export interface CommentChangedData extends CommentAddedData {
  changes: { field: 'content'; from: string; to: string }[];
}

type EventOn = Pick<CommentRow, 'id' | 'ticketId' | 'isInternal'>;

const event = (
  type: TicketEventType,
  actorId: number,
  { id, ticketId, isInternal }: EventOn,
  data: object = {},
): DomainEvent => ({
  type,
  ticketId,
  actorId,
  isInternal,
  object: { model: 'comments', id },
  data: { comment_id: id, ...data } satisfies CommentAddedData,
});

export const commentAdded = (comment: CommentRow) => event('comment.added', comment.authorId, comment);

export const commentEdited = (actor: Who, comment: CommentRow, before: string) => {
  const changes = [{ field: 'content' as const, from: before, to: comment.content }];
  return event('comment.edited', actor.id, comment, { changes } satisfies Omit<
    CommentChangedData,
    'comment_id'
  >);
};

export const commentDeleted = (actor: Who, comment: EventOn) => event('comment.deleted', actor.id, comment);

export const commentRestored = (actor: Who, comment: EventOn) => event('comment.restored', actor.id, comment);
