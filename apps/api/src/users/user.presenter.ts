import type { AccountAbilities, Me, UserRef } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { UserEntity } from './user.entity.js';

/** A person as others see them. */
export function presentUserRef(user: Pick<UserEntity, 'id' | 'name' | 'role'>): UserRef {
  return { id: user.id, name: user.name, role: user.role, avatar: null };
}

/** A person's own profile. */
export function presentMe(user: UserEntity): Me {
  return {
    ...presentUserRef(user),
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    created_at: user.createdAt.toISOString(),
    can: accountAbilities(user),
  };
}

/** The one place where a role becomes abilities that are not about one ticket. */
export function accountAbilities({ role }: Pick<Who, 'role'>): AccountAbilities {
  const isAdmin = role === 'admin';
  return { see_all_tickets: isAdmin, be_assigned: isAdmin };
}
