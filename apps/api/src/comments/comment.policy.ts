import type { CommentAbilities } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { forbidden } from '../platform/http/problem.js';
import { commentNotFound, ticketOfCommentDeleted } from './comment.problems.js';

/** What a rule needs to know of a comment that its reader sees. */
export interface JudgedComment {
  deletedAt: Date | null;
  /** Left out: its ticket is there. */
  ticketDeletedAt?: Date | null;
}

/** Who may, and in which state. */
interface Rule {
  who(actor: Who): boolean;
  when(comment: JudgedComment): boolean;
}

const isAdmin = ({ role }: Who) => role === 'admin';
const isOnTicket = ({ ticketDeletedAt = null }: JudgedComment) => ticketDeletedAt === null;
const isDeleted = (comment: JudgedComment) => comment.deletedAt !== null && isOnTicket(comment);
const isThere = (comment: JudgedComment) => comment.deletedAt === null && isOnTicket(comment);

/**
 * Who may do what with a comment that is written: admins, with everybody's. Authors do not: what was said and mailed
 * stays said. Read by the service and by the presenter (`comment.can`).
 */
export const commentPolicy = {
  edit: { who: isAdmin, when: isThere },
  delete: { who: isAdmin, when: isThere },
  restore: { who: isAdmin, when: isDeleted },
} satisfies Record<keyof CommentAbilities | 'restore', Rule>;

export type CommentAbility = keyof typeof commentPolicy;

/**
 * @throws ProblemError 403 for the wrong person, 409 when its ticket is deleted, 404 for one that is not there: a
 * deleted one, or, to be restored, one that is not deleted
 */
export function requireMayWithComment(ability: CommentAbility, actor: Who, comment: JudgedComment): void {
  if (!commentPolicy[ability].who(actor)) throw forbidden('You may not do this with this comment.');
  if (!isOnTicket(comment)) throw ticketOfCommentDeleted();
  if (!commentPolicy[ability].when(comment)) throw commentNotFound();
}

/** Everything that the actor may do with the comment now. */
export function commentAbilities(actor: Who, comment: JudgedComment): CommentAbilities {
  return {
    edit: may('edit', actor, comment),
    delete: may('delete', actor, comment),
  };
}

function may(ability: CommentAbility, actor: Who, comment: JudgedComment): boolean {
  const { who, when } = commentPolicy[ability];
  return who(actor) && when(comment);
}
