import { LIMITS, TAG_COLORS, type TagColor, type TagListQuery } from '@ticketing/contracts';
import {
  QueryChoices,
  QueryCursor,
  QueryFlag,
  QueryInteger,
  QueryText,
} from '../../platform/http/query-fields.js';

export class ListTagsQuery implements TagListQuery {
  @QueryText(LIMITS.search.max, 'Part of the name, in any case.')
  q?: string;

  @QueryChoices(TAG_COLORS, 'Only these colours.')
  color?: TagColor[];

  @QueryFlag('True: only deleted ones. Left out or false: none of them.')
  is_deleted?: boolean;

  @QueryInteger(LIMITS.page, 'Tags on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
