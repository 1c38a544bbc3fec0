import {
  ADMIN_USER_SORTS,
  type AdminUserListQuery,
  type AdminUserSort,
  LIMITS,
  type Role,
  ROLES,
} from '@ticketing/contracts';
import {
  QueryChoice,
  QueryCursor,
  QueryFlag,
  QueryInteger,
  QueryMoment,
  QueryText,
} from '../../platform/http/query-fields.js';

/** Which people, and in which order: in pages or as a file. */
export class AdminUserFilterQuery implements Omit<AdminUserListQuery, 'limit' | 'cursor'> {
  @QueryText(
    LIMITS.search.max,
    'Part of the name or of the address, in any case; one or two letters: how one of its words begins.',
  )
  q?: string;

  @QueryChoice(ROLES, 'Only people with this role.')
  role?: Role;

  @QueryFlag('Only people who may sign in, or only those who may not.')
  is_active?: boolean;

  @QueryFlag('Only people whose address is verified, or only those whose is not.')
  is_email_verified?: boolean;

  @QueryFlag('Only people with two-factor sign-in, or only those without.')
  has_two_factor?: boolean;

  @QueryMoment('Only accounts made then or later.')
  created_after?: string;

  @QueryMoment('Only accounts made before.')
  created_before?: string;

  @QueryChoice(ADMIN_USER_SORTS, 'The order; `name` unless said otherwise.')
  sort?: AdminUserSort;
}

export class ListAdminUsersQuery extends AdminUserFilterQuery implements AdminUserListQuery {
  @QueryInteger(LIMITS.page, 'People on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
