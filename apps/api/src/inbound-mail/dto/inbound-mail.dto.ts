import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  INBOUND_MAIL_STATES,
  INBOUND_MAIL_VERDICTS,
  type InboundMailAttachment,
  type InboundMailHeaders,
  type InboundMailReceipt,
  type InboundMailState,
  type InboundMailSummary,
  type InboundMailVerdict,
  type InboundMailView,
  QUARANTINE_REASONS,
  type QuarantineReason,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserRefDto } from '../../users/index.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;
const PERSON = { oneOf: [{ $ref: '#/components/schemas/UserRefDto' }, { type: 'null' }] };
const ADDRESSES = { type: String, isArray: true, example: ['support@help.example.com'] };

export class InboundMailReceiptDto implements InboundMailReceipt {
  @ApiProperty({ description: 'Under which the mail is kept.', type: 'integer', example: 73 })
  id: number;
}

@ApiExtraModels(UserRefDto)
export class InboundMailSummaryDto implements InboundMailSummary {
  @ApiProperty({ description: 'Id of the mail.', type: 'integer', example: 73 })
  id: number;

  @ApiProperty({ description: 'When it arrived here.', ...MOMENT })
  received_at: string;

  @ApiProperty({
    description: 'The address in `From`; null when there is none, or several.',
    type: String,
    nullable: true,
    example: 'ada@example.org',
  })
  sender: string | null;

  @ApiProperty({ description: 'The name beside it, as the sender wrote it.', example: 'Ada' })
  sender_name: string;

  @ApiProperty({ description: 'The account with that address.', ...PERSON })
  sender_user: UserRefDto | null;

  @ApiProperty({ description: 'What it says it is about.', example: 'Printer on fire' })
  subject: string;

  @ApiProperty({ description: 'The first 140 characters, on one line.', example: 'It burns again.' })
  excerpt: string;

  @ApiProperty({ description: 'What became of it.', enum: INBOUND_MAIL_STATES, example: 'quarantined' })
  state: InboundMailState;

  @ApiProperty({
    description: 'What it was taken for; null while it is unread.',
    type: String,
    enum: [...INBOUND_MAIL_VERDICTS, null],
    nullable: true,
    example: 'quarantine',
  })
  verdict: InboundMailVerdict | null;

  @ApiProperty({
    description: 'Why it is in quarantine.',
    type: String,
    enum: [...QUARANTINE_REASONS, null],
    nullable: true,
    example: 'unknown_sender',
  })
  reason: QuarantineReason | null;

  @ApiProperty({ description: 'Bytes of the mail as it came.', type: 'integer', example: 4_096 })
  size: number;

  @ApiProperty({
    description: 'The ticket that it was filed or noted on.',
    type: 'integer',
    nullable: true,
    example: null,
  })
  ticket: number | null;

  @ApiProperty({ description: 'The comment that it became.', type: 'integer', nullable: true, example: null })
  comment: number | null;

  @ApiProperty({ description: 'The admin who accepted or discarded it.', ...PERSON })
  decided_by: UserRefDto | null;

  @ApiProperty({ description: 'When.', type: String, nullable: true, ...MOMENT, example: null })
  decided_at: string | null;
}

export class InboundMailPageDto extends pageOf(InboundMailSummaryDto) {}

export class InboundMailAttachmentDto implements InboundMailAttachment {
  @ApiProperty({
    description: 'As the sender called it.',
    type: String,
    nullable: true,
    example: 'printer.jpg',
  })
  filename: string | null;

  @ApiProperty({ description: 'As the sender says.', example: 'image/jpeg' })
  content_type: string;

  @ApiProperty({ description: 'Bytes.', type: 'integer', example: 12_000 })
  size: number;
}

export class InboundMailHeadersDto implements InboundMailHeaders {
  @ApiProperty({ description: 'Addresses in `To`.', ...ADDRESSES })
  to: string[];

  @ApiProperty({ description: 'Addresses in `Cc`.', ...ADDRESSES })
  cc: string[];

  @ApiProperty({
    description: 'When the sender says it was written.',
    type: String,
    nullable: true,
    ...MOMENT,
  })
  date: string | null;

  @ApiProperty({ description: 'Its own.', type: String, nullable: true, example: '<x@example.org>' })
  message_id: string | null;

  @ApiProperty({ description: 'Of the mails that it answers.', type: [String], example: [] })
  in_reply_to: string[];

  @ApiProperty({
    description: 'Where mail servers would report to; empty for bounces.',
    type: String,
    nullable: true,
    example: 'ada@example.org',
  })
  return_path: string | null;

  @ApiProperty({
    description: 'What mail servers found out about the sender. Anybody can write such lines.',
    type: [String],
    example: ['mx.help.example.com; dmarc=pass'],
  })
  authentication_results: string[];
}

export class InboundMailDto extends InboundMailSummaryDto implements InboundMailView {
  @ApiProperty({ description: 'Plain text, cut at 20,000 characters.', example: 'It burns again.' })
  text: string;

  @ApiProperty({ description: 'Headers that help to decide.', type: InboundMailHeadersDto })
  headers: InboundMailHeadersDto;

  @ApiProperty({ description: 'Files in it; they are in the source.', type: [InboundMailAttachmentDto] })
  attachments: InboundMailAttachmentDto[];

  @ApiProperty({
    description: 'The ticket that our signature in it names.',
    type: 'integer',
    nullable: true,
    example: 182,
  })
  answers_ticket: number | null;

  @ApiProperty({ description: 'The person whom our signature in it names.', ...PERSON })
  answers_user: UserRefDto | null;

  @ApiProperty({
    description: 'Address of the mail as it came, a download; null once it is deleted.',
    type: String,
    nullable: true,
    example: '/api/admin/quarantine/73/source/',
  })
  source: string | null;

  @ApiProperty({ description: 'Whether it can be accepted or discarded.', example: true })
  can_decide: boolean;
}
