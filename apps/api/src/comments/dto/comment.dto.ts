import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import type { CommentAbilities, CommentSource, CommentView } from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserRefDto } from '../../users/index.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class CommentSourceDto implements CommentSource {
  @ApiProperty({ description: 'A mail that answered one of ours.', enum: ['email'], example: 'email' })
  kind: 'email';

  @ApiProperty({
    description: 'Quoted history and signature of the mail, as plain text, to be shown folded.',
    type: String,
    nullable: true,
    example: '> A technician is on the way.',
  })
  quoted: string | null;
}

export class CommentAbilitiesDto implements CommentAbilities {
  @ApiProperty({ description: 'Change the text.', example: false })
  edit: boolean;

  @ApiProperty({ description: 'Take it away from everybody.', example: false })
  delete: boolean;
}

@ApiExtraModels(CommentSourceDto)
export class CommentDto implements CommentView {
  @ApiProperty({ description: 'Id of the comment.', type: 'integer', example: 951 })
  id: number;

  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', example: 182 })
  ticket: number;

  @ApiProperty({ description: 'Who wrote it.', type: UserRefDto })
  author: UserRefDto;

  @ApiProperty({ description: 'Markdown.', example: 'A technician is on the way.' })
  content: string;

  @ApiProperty({ description: 'Only admins see internal notes.', example: false })
  is_internal: boolean;

  @ApiProperty({
    description: 'Where it came from; null for a comment that was written here.',
    oneOf: [{ $ref: '#/components/schemas/CommentSourceDto' }, { type: 'null' }],
  })
  source: CommentSourceDto | null;

  @ApiProperty({ description: 'When it was written.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When its text was last changed.', ...MOMENT })
  updated_at: string;

  @ApiProperty({
    description: 'Grows with every change; `If-Match` of a change.',
    type: 'integer',
    example: 1,
  })
  version: number;

  @ApiProperty({ description: 'What the reader may do with it now.', type: CommentAbilitiesDto })
  can: CommentAbilitiesDto;
}

export class CommentPageDto extends pageOf(CommentDto) {}
