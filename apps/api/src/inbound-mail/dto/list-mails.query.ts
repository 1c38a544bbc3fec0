import {
  INBOUND_MAIL_STATES,
  type InboundMailListQuery,
  type InboundMailState,
  LIMITS,
  QUARANTINE_REASONS,
  type QuarantineReason,
} from '@ticketing/contracts';
import { QueryChoices, QueryCursor, QueryInteger, QueryText } from '../../platform/http/query-fields.js';

/** Which mails: of a list, or of a file. */
export class FilterMailsQuery implements Omit<InboundMailListQuery, 'limit' | 'cursor'> {
  @QueryChoices(INBOUND_MAIL_STATES, 'Only mails of which this became. Left out: `quarantined`.')
  state?: InboundMailState[];

  @QueryChoices(QUARANTINE_REASONS, 'Only mails that are in quarantine for this.')
  reason?: QuarantineReason[];

  @QueryText(LIMITS.search.max, 'Part of sender or subject; of mails in quarantine also of the text.')
  q?: string;
}

export class ListMailsQuery extends FilterMailsQuery implements InboundMailListQuery {
  @QueryInteger(LIMITS.page, 'Mails on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
