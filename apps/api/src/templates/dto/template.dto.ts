import { ApiProperty } from '@nestjs/swagger';
import {
  type TemplateList,
  type TemplateView,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
  type TicketTemplate,
  type TicketTemplateList,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class TicketTemplateDto implements TicketTemplate {
  @ApiProperty({ description: 'Id of the template.', type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ description: 'What it is for.', example: 'Broken device' })
  name: string;

  @ApiProperty({ description: 'Where the title starts; may be empty.', example: 'Broken: ' })
  title: string;

  @ApiProperty({ description: 'Markdown with gaps to fill; may be empty.', example: '**Device:** ' })
  description: string;

  @ApiProperty({ description: 'What kind of thing it is.', enum: TICKET_CATEGORIES, example: 'bug' })
  category: TicketCategory;

  @ApiProperty({ description: 'How pressing it is.', enum: TICKET_PRIORITIES, example: 'high' })
  priority: TicketPriority;
}

export class TicketTemplateListDto implements TicketTemplateList {
  @ApiProperty({ description: 'In their order.', type: [TicketTemplateDto] })
  results: TicketTemplateDto[];
}

export class TemplateDto extends TicketTemplateDto implements TemplateView {
  @ApiProperty({ description: 'Only active ones are offered.', example: true })
  is_active: boolean;

  @ApiProperty({ description: 'Small ones come first.', type: 'integer', example: 1 })
  position: number;

  @ApiProperty({
    description: 'Grows with every change but that of the order; the ETag.',
    type: 'integer',
    example: 3,
  })
  version: number;

  @ApiProperty({ description: 'When it was made.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When it was last changed.', ...MOMENT })
  updated_at: string;

  @ApiProperty({
    description: 'Null unless it is deleted: then it can be restored.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  deleted_at: string | null;
}

export class TemplateListDto implements TemplateList {
  @ApiProperty({ description: 'All that are not deleted, in their order.', type: [TemplateDto] })
  results: TemplateDto[];
}

export class TemplatePageDto extends pageOf(TemplateDto) {}
