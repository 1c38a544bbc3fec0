import type { AccountAbilities, Me, UserRef, UserView } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { UserEntity } from './user.entity.js';

/** A person as others see them. */
export function presentUserRef(user: Pick<UserEntity, 'id' | 'name' | 'role'>): UserRef {
  return { id: user.id, name: user.name, role: user.role, avatar: null };
}

/** A person's own profile. */
export function presentMe(user: UserEntity, mustSetUpTwoFactor = false): Me {
  return {
    ...presentUserRef(user),
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    ...presentProofs(user),
    must_set_up_two_factor: mustSetUpTwoFactor,
    created_at: user.createdAt.toISOString(),
    can: accountAbilities(user),
  };
}

/** A person as admins see them. */
export function presentUser(user: UserEntity): UserView {
  return {
    ...presentUserRef(user),
    email: user.email,
    is_active: user.isActive,
    ...presentProofs(user),
    created_at: user.createdAt.toISOString(),
  };
}

function presentProofs({ emailVerifiedAt, totpConfirmedAt }: UserEntity) {
  return { is_email_verified: emailVerifiedAt !== null, has_two_factor: totpConfirmedAt !== null };
}

/** The one place where a role becomes abilities that are not about one ticket. */
export function accountAbilities({ role }: Pick<Who, 'role'>): AccountAbilities {
  const isAdmin = role === 'admin';
  return { see_all_tickets: isAdmin, be_assigned: isAdmin, administer: isAdmin };
}
