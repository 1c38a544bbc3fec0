import {
  type CreateTicketRequest,
  LIMITS,
  TAG_LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '@ticketing/contracts';
import { ChoiceField, IdField, IdsField, TextField } from '../../platform/http/fields.js';

export class CreateTicketDto implements CreateTicketRequest {
  @TextField({
    ...LIMITS.title,
    description: 'One line that says what it is about.',
    example: 'Printer on fire',
  })
  title: string;

  @TextField({
    ...LIMITS.description,
    description: 'Everything that helps, as Markdown.',
    example: 'Smoke since 9:40, on the second floor.',
  })
  description: string;

  @ChoiceField(TICKET_CATEGORIES, { description: 'What kind of thing it is.', example: 'bug' })
  category: TicketCategory;

  @ChoiceField(TICKET_PRIORITIES, { description: 'How pressing it is.', example: 'urgent' })
  priority: TicketPriority;

  @IdField({
    description: 'The active template that it started from; kept in the history.',
    example: 2,
    optional: true,
  })
  template_id?: number;

  @IdsField({
    min: 0,
    max: TAG_LIMITS.perTicket,
    description: 'All tags that it carries. Admins only; ignored from others.',
    example: [2, 5],
    optional: true,
  })
  tags?: number[];
}
