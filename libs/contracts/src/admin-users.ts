import type { Role, UserView } from './users.js';

/** A person as the admin area shows them. */
export interface AdminUser extends UserView {
  first_name: string;
  last_name: string;
  /** Grows with every change by an admin or the person; the `ETag`. */
  version: number;
  /** Invited by mail, and has not chosen a password yet. */
  is_invited: boolean;
  updated_at: string;
}

/** One person alone, at `GET /api/admin/users/{id}/`. */
export interface AdminUserDetail extends AdminUser {
  /** Live sign-ins. */
  session_count: number;
  /** When they last used one; null: none is left. ISO 8601, UTC. */
  last_seen_at: string | null;
  /** Tickets of theirs that are not resolved or closed. */
  active_tickets: number;
  /** Active tickets that they have as an admin. */
  assigned_tickets: number;
}

/** Sort keys of the list of people; ties are broken by id. */
export const ADMIN_USER_SORTS = ['name', '-name', 'created_at', '-created_at'] as const;
export type AdminUserSort = (typeof ADMIN_USER_SORTS)[number];

/** Query of `GET /api/admin/users/` and its `export/`. */
export interface AdminUserListQuery {
  /** Part of the name or of the address, in any case. */
  q?: string;
  role?: Role;
  is_active?: boolean;
  is_email_verified?: boolean;
  has_two_factor?: boolean;
  created_after?: string;
  created_before?: string;
  /** `name` unless said otherwise. */
  sort?: AdminUserSort;
  limit?: number;
  cursor?: string;
}

/** Body of `POST /api/admin/users/`: makes the account and mails a link to choose a password. */
export interface InviteUserRequest {
  email: string;
  first_name: string;
  last_name: string;
  /** `user` unless said otherwise. */
  role?: Role;
}

/** Body of `PATCH /api/admin/users/{id}/`. What is left out stays as it is. The last active admin stays one (409). */
export interface AdminUpdateUserRequest {
  first_name?: string;
  last_name?: string;
  /** Unverified afterwards, until the link in the mail to it is used. */
  email?: string;
  role?: Role;
  /** False signs them out everywhere; their tickets stay. */
  is_active?: boolean;
}
