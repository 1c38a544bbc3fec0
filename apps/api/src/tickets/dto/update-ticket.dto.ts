import { OmitType, PartialType } from '@nestjs/swagger';
import { TICKET_STATUSES, type TicketStatus, type UpdateTicketRequest } from '@ticketing/contracts';
import { ChoiceField, IdField } from '../../platform/http/fields.js';
import { CreateTicketDto } from './create-ticket.dto.js';

/** Left out means unchanged; null is no value for these fields (`skipNullProperties: false` refuses it). */
export class UpdateTicketDto
  extends PartialType(OmitType(CreateTicketDto, ['template_id']), { skipNullProperties: false })
  implements UpdateTicketRequest
{
  @ChoiceField(TICKET_STATUSES, {
    description: 'Admins only; ignored from others.',
    example: 'in_progress',
    optional: true,
  })
  status?: TicketStatus;

  @IdField({
    description: 'An active admin, or null for nobody. Admins only; ignored from others.',
    example: 3,
    optional: true,
    nullable: true,
  })
  assigned_to?: number | null;
}
