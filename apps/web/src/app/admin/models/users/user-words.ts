import type { AdminUser, Role } from '@ticketing/contracts';
import type { BadgeValue } from '../../registry/field-description';

export const ROLE_WORDS: Record<Role, string> = { user: 'User', admin: 'Admin' };

/** Whether somebody can sign in. */
export type UserState = 'active' | 'invited' | 'deactivated';

export const STATE_WORDS: Record<UserState, BadgeValue> = {
  active: { label: 'Active', tone: 'good' },
  invited: { label: 'Invited', tone: 'waiting' },
  deactivated: { label: 'Deactivated', tone: 'quiet' },
};

export function stateOf({ is_active, is_invited }: AdminUser): UserState {
  if (!is_active) return 'deactivated';
  return is_invited ? 'invited' : 'active';
}

/** The name of one person, or how many they are: for questions and messages. */
export function whoWords(people: readonly Pick<AdminUser, 'name'>[]): string {
  return people.length === 1 ? people[0]!.name : `${people.length} people`;
}
