import { ApiProperty } from '@nestjs/swagger';
import type { Rating, RatingInvitation, TicketRating } from '@ticketing/contracts';

export class RatingDto implements Rating {
  @ApiProperty({ description: 'From 1 (bad) to 5 (good).', type: 'integer', example: 4 })
  score: number;

  @ApiProperty({
    description: 'A line of text.',
    type: String,
    nullable: true,
    example: 'Quick and friendly.',
  })
  comment: string | null;

  @ApiProperty({ description: 'When.', format: 'date-time', example: '2026-11-24T09:30:00.000Z' })
  created_at: string;
}

export class TicketRatingDto implements TicketRating {
  @ApiProperty({
    description: 'Of the latest resolution, or null.',
    oneOf: [{ $ref: '#/components/schemas/RatingDto' }, { type: 'null' }],
  })
  rating: RatingDto | null;
}

class InvitedTicketDto {
  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', example: 182 })
  id: number;

  @ApiProperty({ description: 'One line that says what it is about.', example: 'Printer on fire' })
  title: string;
}

export class RatingInvitationDto implements RatingInvitation {
  @ApiProperty({ description: 'What the link is about; no more of it is told.', type: InvitedTicketDto })
  ticket: InvitedTicketDto;

  @ApiProperty({ description: 'False: it was rated already, or reopened since the mail.', example: true })
  can_rate: boolean;
}
