import { ApiProperty } from '@nestjs/swagger';
import type { AdminTicket } from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { TicketSummaryDto } from '../../tickets/index.js';

const MOMENT = {
  type: String,
  nullable: true,
  format: 'date-time',
  example: '2026-11-24T09:30:00.000Z',
} as const;

export class AdminTicketDto extends TicketSummaryDto implements AdminTicket {
  @ApiProperty({ description: 'Markdown.', example: 'Smoke since 9:40, on the second floor.' })
  description: string;

  @ApiProperty({
    description: 'What the support team said with the last change of status.',
    type: String,
    nullable: true,
    example: 'Fire is out, printer replaced.',
  })
  admin_feedback: string | null;

  @ApiProperty({ description: 'First public comment by somebody other than the requester.', ...MOMENT })
  first_response_at: string | null;

  @ApiProperty({ description: 'When it was closed.', ...MOMENT })
  closed_at: string | null;

  @ApiProperty({ description: 'When it was deleted; null unless it is.', ...MOMENT, example: null })
  deleted_at: string | null;

  @ApiProperty({
    description: 'Stars of the latest resolution, 1 to 5; null while it is not rated.',
    type: 'integer',
    nullable: true,
    example: 4,
  })
  rating_score: number | null;
}

export class AdminTicketPageDto extends pageOf(AdminTicketDto) {}
