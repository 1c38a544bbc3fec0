import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  type FieldChange,
  type NotedMail,
  TICKET_EVENT_TYPES,
  type TicketEventType,
  type TimelineEntry,
} from '@ticketing/contracts';
import { CommentDto } from '../../comments/index.js';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserRefDto } from '../../users/index.js';

const FIELDS = [
  'title',
  'description',
  'category',
  'priority',
  'status',
  'assigned_to',
  'admin_feedback',
] as const;

export class FieldChangeDto implements FieldChange {
  @ApiProperty({ description: 'What changed.', enum: FIELDS, example: 'status' })
  field: FieldChange['field'];

  @ApiProperty({
    description: 'The old value; a name for persons.',
    type: String,
    nullable: true,
    example: 'open',
  })
  from: string | null;

  @ApiProperty({ description: 'The new value.', type: String, nullable: true, example: 'resolved' })
  to: string | null;
}

export class NotedMailDto implements NotedMail {
  @ApiProperty({
    description: 'Id of the mail: `GET /api/admin/quarantine/{id}/`.',
    type: 'integer',
    example: 73,
  })
  id: number;

  @ApiProperty({
    description: '`bounce`: our mail to `user` came back. `auto_reply`: a machine of `user` answered.',
    enum: ['bounce', 'auto_reply'],
    example: 'bounce',
  })
  kind: NotedMail['kind'];

  @ApiProperty({ description: 'To whom our mail went.', type: UserRefDto })
  user: UserRefDto;
}

@ApiExtraModels(NotedMailDto)
export class TimelineEntryDto implements TimelineEntry {
  @ApiProperty({ description: 'Id of the event.', type: 'integer', example: 4711 })
  id: number;

  @ApiProperty({ description: 'What happened.', enum: TICKET_EVENT_TYPES, example: 'ticket.status_changed' })
  type: TicketEventType;

  @ApiProperty({
    description: 'Who did it; null for the system.',
    oneOf: [{ $ref: '#/components/schemas/UserRefDto' }, { type: 'null' }],
  })
  actor: UserRefDto | null;

  @ApiProperty({ description: 'Only admins receive internal entries.', example: false })
  is_internal: boolean;

  @ApiProperty({ description: 'When.', format: 'date-time', example: '2026-11-24T09:30:00.000Z' })
  created_at: string;

  @ApiProperty({
    description: 'Old and new values; empty where nothing was changed.',
    type: [FieldChangeDto],
  })
  changes: FieldChangeDto[];

  @ApiProperty({
    description: 'The comment, for `comment.added`.',
    oneOf: [{ $ref: '#/components/schemas/CommentDto' }, { type: 'null' }],
  })
  comment: CommentDto | null;

  @ApiProperty({
    description: 'The mail that was kept with the ticket, for `mail.noted`.',
    oneOf: [{ $ref: '#/components/schemas/NotedMailDto' }, { type: 'null' }],
  })
  mail: NotedMailDto | null;

  @ApiProperty({
    description: 'What the requester gave, 1 to 5, for `ticket.rated`.',
    type: 'integer',
    nullable: true,
    example: null,
  })
  score: number | null;

  @ApiProperty({
    description: 'When the ticket is closed unless somebody writes, for `ticket.closing_soon`.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  closes_at: string | null;
}

export class TimelinePageDto extends pageOf(TimelineEntryDto) {}
