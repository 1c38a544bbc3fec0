import { ApiProperty } from '@nestjs/swagger';
import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationView,
  type UnreadCount,
  UNREAD_COUNT_MAX,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserRefDto } from '../../users/index.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class NotifiedTicketDto {
  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', example: 182 })
  id: number;

  @ApiProperty({ description: 'Its title, as it is now.', example: 'Printer on fire' })
  title: string;
}

export class NotificationDto implements NotificationView {
  @ApiProperty({ description: 'Id of the notification.', type: 'integer', example: 3140 })
  id: number;

  @ApiProperty({ description: 'What happened.', enum: NOTIFICATION_KINDS, example: 'comment_added' })
  kind: NotificationKind;

  @ApiProperty({ description: 'The ticket that it happened to.', type: NotifiedTicketDto })
  ticket: NotifiedTicketDto;

  @ApiProperty({
    description: 'Who did it; null for the system.',
    oneOf: [{ $ref: '#/components/schemas/UserRefDto' }, { type: 'null' }],
  })
  actor: UserRefDto | null;

  @ApiProperty({
    description: 'The comment, the feedback or the new status: at most 140 characters on one line.',
    type: String,
    nullable: true,
    example: 'A technician is on the way.',
  })
  excerpt: string | null;

  @ApiProperty({
    description: 'Id of the comment that it tells of; of a deleted one, too.',
    type: 'integer',
    nullable: true,
    example: 951,
  })
  comment_id: number | null;

  @ApiProperty({ description: 'When the reader was told.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When it was read; null: not yet.', type: String, nullable: true, ...MOMENT })
  read_at: string | null;
}

export class NotificationPageDto extends pageOf(NotificationDto) {}

export class UnreadCountDto implements UnreadCount {
  @ApiProperty({
    description: `How many are unread; ${UNREAD_COUNT_MAX} means that many or more.`,
    type: 'integer',
    minimum: 0,
    maximum: UNREAD_COUNT_MAX,
    example: 3,
  })
  unread: number;
}
