import { ApiProperty } from '@nestjs/swagger';
import type { CommentView, Page, Rating, TicketCounts, TicketView } from '@ticketing/contracts';
import { CountedDto } from '../../platform/http/page.dto.js';
import { TicketSummaryDto } from './ticket-summary.dto.js';

const MOMENT = {
  type: String,
  nullable: true,
  format: 'date-time',
  example: '2026-11-24T09:30:00.000Z',
} as const;

export class TicketDto extends TicketSummaryDto implements TicketView {
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

  @ApiProperty({
    description: 'What the requester said of the latest resolution, or null.',
    oneOf: [{ $ref: '#/components/schemas/RatingDto' }, { type: 'null' }],
  })
  rating: Rating | null;

  @ApiProperty({
    description: 'The first comments, oldest first; more at `GET /api/tickets/{id}/comments/`.',
    allOf: [{ $ref: '#/components/schemas/CommentPageDto' }],
  })
  comments: Page<CommentView>;

  @ApiProperty({ description: 'Address of the history.', example: '/api/tickets/182/timeline/' })
  timeline: string;
}

const TAB = { oneOf: [{ $ref: '#/components/schemas/CountedDto' }, { type: 'null' }] };

export class TicketCountsDto implements TicketCounts {
  @ApiProperty({ description: 'Active tickets of the caller.', type: CountedDto })
  my_tickets: CountedDto;

  @ApiProperty({ description: 'All active tickets; null for users.', ...TAB })
  all: CountedDto | null;

  @ApiProperty({ description: 'Active tickets that the caller has; null for users.', ...TAB })
  assigned_to_me: CountedDto | null;

  @ApiProperty({ description: 'Active tickets that nobody has; null for users.', ...TAB })
  unassigned: CountedDto | null;
}
