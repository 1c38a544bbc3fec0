import type { Who } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';
import type { UserEntity } from './user.entity.js';

/** One changed field of a person, old and new, as the API names it. Passwords and seeds are no such fields. */
export interface UserFieldChange {
  field: 'first_name' | 'last_name' | 'email' | 'role' | 'is_active';
  from: string | null;
  to: string;
}

export interface UserEventData {
  user_id: number;
  changes?: UserFieldChange[];
}

const TYPE_OF_FIELD = {
  first_name: 'user.renamed',
  last_name: 'user.renamed',
  email: 'user.email_changed',
  role: 'user.rights_changed',
  is_active: 'user.rights_changed',
} as const;

/** What an admin did to an account: one event for each kind of change. */
export function accountChanged(actor: Who, userId: number, changes: UserFieldChange[]): DomainEvent[] {
  const kinds = Map.groupBy(changes, ({ field }) => TYPE_OF_FIELD[field]);
  return [...kinds].map(([type, of]) => userEvent(type, actor.id, userId, of));
}

type UserFacts = Pick<UserEntity, 'firstName' | 'lastName' | 'email' | 'role' | 'isActive'>;

/** Something that happened to an account. @param actorId who did it: the person, an admin, or nobody */
export const userEvent = (
  type: `user.${string}`,
  actorId: number | null,
  userId: number,
  changes?: UserFieldChange[],
): DomainEvent => ({
  type,
  ticketId: null,
  actorId,
  object: { model: 'users', id: userId },
  data: { user_id: userId, ...(changes && { changes }) } satisfies UserEventData,
});

/** What is different. @param before undefined: the account is new */
export function userChanges(before: UserFacts | undefined, after: UserFacts): UserFieldChange[] {
  const [old, now] = [before && factsOf(before), factsOf(after)];
  return FIELDS.filter((field) => old?.[field] !== now[field]).map((field) => ({
    field,
    from: old?.[field] ?? null,
    to: now[field],
  }));
}

const FIELDS = ['first_name', 'last_name', 'email', 'role', 'is_active'] as const;

function factsOf({ firstName, lastName, email, role, isActive }: UserFacts) {
  return { first_name: firstName, last_name: lastName, email, role, is_active: String(isActive) };
}
