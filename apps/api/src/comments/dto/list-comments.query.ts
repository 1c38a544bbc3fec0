import { LIMITS } from '@ticketing/contracts';
import { QueryCursor, QueryInteger } from '../../platform/http/query-fields.js';

export class ListCommentsQuery {
  @QueryInteger(LIMITS.page, 'Entries on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
