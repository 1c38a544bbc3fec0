import { type AdminCommentListQuery, LIMITS } from '@ticketing/contracts';
import {
  QueryCursor,
  QueryFlag,
  QueryInteger,
  QueryMoment,
  QueryText,
} from '../../platform/http/query-fields.js';

const ID = { min: 1, max: LIMITS.id.max };

/** What of all comments is asked for. */
export class FilterAdminCommentsQuery implements Omit<AdminCommentListQuery, 'limit' | 'cursor'> {
  @QueryText(LIMITS.search.max, 'Words that the comment has, each in full or as the beginning of a word.')
  q?: string;

  @QueryInteger(ID, 'Id of the author.')
  author?: number;

  @QueryInteger(ID, 'Id of the ticket.')
  ticket?: number;

  @QueryFlag('Only internal notes, or only public comments.')
  is_internal?: boolean;

  @QueryFlag('True: only deleted ones. Left out or false: none of them.')
  is_deleted?: boolean;

  @QueryMoment('Written then or later.')
  created_after?: string;

  @QueryMoment('Written before.')
  created_before?: string;
}

export class ListAdminCommentsQuery extends FilterAdminCommentsQuery implements AdminCommentListQuery {
  @QueryInteger(LIMITS.page, 'Comments on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
