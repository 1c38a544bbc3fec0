import { ApiProperty } from '@nestjs/swagger';
import { TAG_COLORS, type TagColor, type TagList, type TagRef, type TagView } from '@ticketing/contracts';
import { CountedDto, pageOf } from '../../platform/http/page.dto.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class TagRefDto implements TagRef {
  @ApiProperty({ description: 'Id of the tag.', type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ description: 'The word itself.', example: 'Printer' })
  name: string;

  @ApiProperty({ description: 'How it looks.', enum: TAG_COLORS, example: 'teal' })
  color: TagColor;
}

export class TagListDto implements TagList {
  @ApiProperty({ description: 'By name.', type: [TagRefDto] })
  results: TagRefDto[];
}

export class TagDto extends TagRefDto implements TagView {
  @ApiProperty({ description: 'When to use it; may be empty.', example: 'Everything that prints.' })
  description: string;

  @ApiProperty({
    description: 'Tickets that carry it, deleted ones not: as many as `GET /api/tickets/?tag=<id>` lists.',
    type: CountedDto,
  })
  ticket_count: CountedDto;

  @ApiProperty({ description: 'Grows with every change; the ETag.', type: 'integer', example: 3 })
  version: number;

  @ApiProperty({ description: 'When it was made.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When it was last changed.', ...MOMENT })
  updated_at: string;

  @ApiProperty({
    description: 'Null unless it is deleted: then it can be restored.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  deleted_at: string | null;
}

export class TagPageDto extends pageOf(TagDto) {}
