import { OmitType } from '@nestjs/swagger';
import type { AdminTicketListQuery } from '@ticketing/contracts';
import { QueryFlag } from '../../platform/http/query-fields.js';
import { ListTicketsQuery } from '../../tickets/index.js';

export class ListAdminTicketsQuery extends ListTicketsQuery implements AdminTicketListQuery {
  @QueryFlag('True: only deleted ones. Left out or false: none of them.')
  is_deleted?: boolean;
}

/** A file has no pages. */
export class ExportTicketsQuery
  extends OmitType(ListAdminTicketsQuery, ['limit', 'cursor'])
  implements Omit<AdminTicketListQuery, 'limit' | 'cursor'> {}
