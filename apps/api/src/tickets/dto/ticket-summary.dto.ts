import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  type LatestComment,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  type TicketSummary,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { TagRefDto } from '../../tags/index.js';
import { UserRefDto } from '../../users/index.js';
import { TicketAbilitiesDto } from './ticket-abilities.dto.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class LatestCommentDto implements LatestComment {
  @ApiProperty({ description: 'Who wrote it.', type: UserRefDto })
  author: UserRefDto;

  @ApiProperty({ description: 'The first 140 characters, on one line.', example: 'Replaced the printer.' })
  excerpt: string;

  @ApiProperty({ description: 'True for an internal note.', example: false })
  is_internal: boolean;

  @ApiProperty({ description: 'When it was written.', ...MOMENT })
  created_at: string;
}

@ApiExtraModels(LatestCommentDto)
export class TicketSummaryDto implements TicketSummary {
  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', example: 182 })
  id: number;

  @ApiProperty({ description: 'One line that says what it is about.', example: 'Printer on fire' })
  title: string;

  @ApiProperty({ description: 'What kind of thing it is.', enum: TICKET_CATEGORIES, example: 'bug' })
  category: TicketCategory;

  @ApiProperty({ description: 'How pressing it is.', enum: TICKET_PRIORITIES, example: 'urgent' })
  priority: TicketPriority;

  @ApiProperty({ description: 'Where it stands.', enum: TICKET_STATUSES, example: 'open' })
  status: TicketStatus;

  @ApiProperty({ description: 'The requester.', type: UserRefDto })
  user: UserRefDto;

  @ApiProperty({
    description: 'The admin who has it, or null.',
    oneOf: [{ $ref: '#/components/schemas/UserRefDto' }, { type: 'null' }],
  })
  assigned_to: UserRefDto | null;

  @ApiProperty({ description: 'When it was made.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'Last change that the requester can see.', ...MOMENT })
  updated_at: string;

  @ApiProperty({ description: 'When it was resolved.', type: String, nullable: true, ...MOMENT })
  resolved_at: string | null;

  @ApiProperty({ description: 'Comments that the reader may see.', type: 'integer', example: 2 })
  comment_count: number;

  @ApiProperty({
    description: 'The newest comment that the reader may see, or null.',
    oneOf: [{ $ref: '#/components/schemas/LatestCommentDto' }, { type: 'null' }],
  })
  latest_comment: LatestCommentDto | null;

  @ApiProperty({ description: 'By name; always empty for users.', type: [TagRefDto] })
  tags: TagRefDto[];

  @ApiProperty({
    description: 'Grows with every change that the reader can see; the ETag.',
    type: 'integer',
    example: 3,
  })
  version: number;

  @ApiProperty({ description: 'What the reader may do now.', type: TicketAbilitiesDto })
  can: TicketAbilitiesDto;
}

export class TicketPageDto extends pageOf(TicketSummaryDto) {}
