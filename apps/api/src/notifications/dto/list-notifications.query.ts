import { LIMITS } from '@ticketing/contracts';
import { QueryCursor, QueryFlag, QueryInteger } from '../../platform/http/query-fields.js';

export class ListNotificationsQuery {
  @QueryFlag('`true`: only those that are not read yet.')
  unread?: boolean;

  @QueryInteger(LIMITS.page, 'Notifications on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
