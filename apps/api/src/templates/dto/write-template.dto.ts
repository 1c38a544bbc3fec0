import { PartialType } from '@nestjs/swagger';
import {
  type CreateTemplateRequest,
  type ReorderTemplatesRequest,
  TEMPLATE_LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
  type UpdateTemplateRequest,
} from '@ticketing/contracts';
import { ChoiceField, FlagField, IdsField, TextField } from '../../platform/http/fields.js';

export class CreateTemplateDto implements CreateTemplateRequest {
  @TextField({
    ...TEMPLATE_LIMITS.name,
    description: 'What it is for; unlike the name of any other, whatever the case.',
    example: 'Broken device',
  })
  name: string;

  @TextField({
    ...TEMPLATE_LIMITS.title,
    description: 'Where the title of the ticket starts. Empty unless given.',
    example: 'Broken: ',
    optional: true,
  })
  title?: string;

  @TextField({
    ...TEMPLATE_LIMITS.description,
    description: 'Markdown with gaps to fill. Empty unless given.',
    example: '**Device:**\n\n**What happens:**',
    optional: true,
  })
  description?: string;

  @ChoiceField(TICKET_CATEGORIES, { description: 'What kind of thing it is.', example: 'bug' })
  category: TicketCategory;

  @ChoiceField(TICKET_PRIORITIES, { description: 'How pressing it is.', example: 'high' })
  priority: TicketPriority;

  @FlagField({ description: 'Whether it is offered. True unless given.', example: true, optional: true })
  is_active?: boolean;
}

/** Left out means unchanged; null is no value for these fields (`skipNullProperties: false` refuses it). */
export class UpdateTemplateDto
  extends PartialType(CreateTemplateDto, { skipNullProperties: false })
  implements UpdateTemplateRequest {}

export class ReorderTemplatesDto implements ReorderTemplatesRequest {
  @IdsField({ description: 'These first, in this order.', example: [3, 1], max: TEMPLATE_LIMITS.count })
  ids: number[];
}
