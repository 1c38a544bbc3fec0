import { LIMITS, type Role, ROLES } from '@ticketing/contracts';
import { QueryChoice, QueryCursor, QueryInteger, QueryText } from '../../platform/http/query-fields.js';

export class ListUsersQuery {
  @QueryChoice(ROLES, 'Only people with this role.')
  role?: Role;

  @QueryText(LIMITS.search.max, 'Part of the name.')
  q?: string;

  @QueryInteger(LIMITS.page, 'People on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
