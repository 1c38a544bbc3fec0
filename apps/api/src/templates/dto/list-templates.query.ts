import { LIMITS, type TemplateListQuery } from '@ticketing/contracts';
import { QueryCursor, QueryFlag, QueryInteger, QueryText } from '../../platform/http/query-fields.js';

export class ListTemplatesQuery implements TemplateListQuery {
  @QueryText(LIMITS.search.max, 'Part of the name, in any case.')
  q?: string;

  @QueryFlag('Only those that are offered, or only those that are not.')
  is_active?: boolean;

  @QueryFlag('True: only deleted ones. Left out or false: none of them.')
  is_deleted?: boolean;

  @QueryInteger(LIMITS.page, 'Templates on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
