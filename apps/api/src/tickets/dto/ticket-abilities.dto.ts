import { ApiProperty } from '@nestjs/swagger';
import type { TicketAbilities } from '@ticketing/contracts';

export class TicketAbilitiesDto implements TicketAbilities {
  @ApiProperty({ description: 'Change title, description, category and priority.', example: true })
  edit: boolean;

  @ApiProperty({ description: 'Move it to another status, with feedback.', example: false })
  update_status: boolean;

  @ApiProperty({ description: 'Give it to an admin.', example: false })
  assign: boolean;

  @ApiProperty({ description: 'See its tags and put others on it.', example: false })
  tag: boolean;

  @ApiProperty({ description: 'Write public comments.', example: true })
  comment: boolean;

  @ApiProperty({ description: 'Write and read internal notes.', example: false })
  comment_internally: boolean;

  @ApiProperty({ description: 'Close it as the requester.', example: true })
  close: boolean;

  @ApiProperty({ description: 'Reopen it as the requester.', example: false })
  reopen: boolean;

  @ApiProperty({ description: 'Rate how it was resolved, as the requester.', example: false })
  rate: boolean;

  @ApiProperty({ description: 'Delete and restore it.', example: false })
  delete: boolean;
}
