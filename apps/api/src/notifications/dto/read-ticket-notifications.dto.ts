import type { ReadTicketNotificationsRequest } from '@ticketing/contracts';
import { IdField } from '../../platform/http/fields.js';

export class ReadTicketNotificationsDto implements ReadTicketNotificationsRequest {
  @IdField({ description: 'Id of the ticket that the reader has before them.', example: 182 })
  ticket_id: number;
}
