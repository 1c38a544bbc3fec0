import { ApiProperty } from '@nestjs/swagger';
import { type AdminComment, LIMITS, type UpdateCommentRequest } from '@ticketing/contracts';
import { TextField } from '../../platform/http/fields.js';
import { pageOf } from '../../platform/http/page.dto.js';
import { CommentDto } from './comment.dto.js';

export class AdminCommentDto extends CommentDto implements AdminComment {
  @ApiProperty({ description: 'Title of the ticket.', example: 'Printer on fire' })
  ticket_title: string;

  @ApiProperty({
    description: 'Null unless it is deleted: then nobody else sees it, and it can be restored.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  deleted_at: string | null;
}

export class AdminCommentPageDto extends pageOf(AdminCommentDto) {}

export class UpdateCommentDto implements UpdateCommentRequest {
  @TextField({ ...LIMITS.comment, description: 'Markdown.', example: 'A technician is on the way.' })
  content: string;
}
