import { LIMITS, TICKET_STATUSES, type TicketStatus, type UpdateStatusRequest } from '@ticketing/contracts';
import { ChoiceField, TextField } from '../../platform/http/fields.js';

export class UpdateStatusDto implements UpdateStatusRequest {
  @ChoiceField(TICKET_STATUSES, { description: 'Where it goes.', example: 'resolved' })
  status: TicketStatus;

  @TextField({
    ...LIMITS.adminFeedback,
    description: 'Told to the requester, as Markdown. Left out: the last one stays; empty: taken back.',
    example: 'Fire is out, printer replaced.',
    optional: true,
  })
  admin_feedback?: string;
}
