import type { AdminUser, AdminUserDetail } from '@ticketing/contracts';
import { presentUser, type UserEntity } from '../users/index.js';

export function presentAdminUser(user: UserEntity): AdminUser {
  return {
    ...presentUser(user),
    first_name: user.firstName,
    last_name: user.lastName,
    version: user.version,
    is_invited: user.invitedAt !== null,
    updated_at: user.updatedAt.toISOString(),
  };
}

/** What is counted beside the account itself. */
export interface AccountFacts {
  sessions: { count: number; lastUsedAt: Date | null };
  activeTickets: number;
  assignedTickets: number;
}

export function presentDetail(user: UserEntity, facts: AccountFacts): AdminUserDetail {
  return {
    ...presentAdminUser(user),
    session_count: facts.sessions.count,
    last_seen_at: facts.sessions.lastUsedAt?.toISOString() ?? null,
    active_tickets: facts.activeTickets,
    assigned_tickets: facts.assignedTickets,
  };
}
