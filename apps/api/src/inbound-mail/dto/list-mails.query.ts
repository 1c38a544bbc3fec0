import {
  INBOUND_MAIL_STATES,
  type InboundMailListQuery,
  type InboundMailState,
  LIMITS,
  QUARANTINE_REASONS,
  type QuarantineReason,
} from '@ticketing/contracts';
import { QueryChoices, QueryCursor, QueryInteger, QueryText } from '../../platform/http/query-fields.js';

export class ListMailsQuery implements InboundMailListQuery {
  @QueryChoices(INBOUND_MAIL_STATES, 'Only mails of which this became. Left out: `quarantined`.')
  state?: InboundMailState[];

  @QueryChoices(QUARANTINE_REASONS, 'Only mails that are in quarantine for this.')
  reason?: QuarantineReason[];

  @QueryText(LIMITS.search.max, 'Part of sender or subject; of mails in quarantine also of the text.')
  q?: string;

  @QueryInteger(LIMITS.page, 'Mails on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
