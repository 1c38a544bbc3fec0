import { AUDIT_MODELS, type AuditLogQuery, type AuditModel, LIMITS } from '@ticketing/contracts';
import {
  QueryChoices,
  QueryCursor,
  QueryInteger,
  QueryMoment,
  QueryNames,
} from '../../platform/http/query-fields.js';

const ID = { min: 1, max: LIMITS.id.max };

/** What of the audit log, in pages or as a file. */
export class AuditFilterQuery implements Omit<AuditLogQuery, 'limit' | 'cursor'> {
  @QueryChoices(AUDIT_MODELS, 'Only what happened to things of this kind.')
  model?: AuditModel[];

  @QueryInteger(ID, 'Only what happened to the thing with this id; needs exactly one `model`.')
  object?: number;

  @QueryInteger(ID, 'Only what this person did.')
  actor?: number;

  @QueryNames(20, 'Only what is of this type, such as `user.rights_changed`.')
  type?: string[];

  @QueryMoment('Only what happened then or later.')
  created_after?: string;

  @QueryMoment('Only what happened before.')
  created_before?: string;
}

export class ReadAuditLogQuery extends AuditFilterQuery implements AuditLogQuery {
  @QueryInteger(LIMITS.page, 'Entries on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
