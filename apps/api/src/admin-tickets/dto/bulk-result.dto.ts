import { ApiProperty } from '@nestjs/swagger';
import type { BulkPreview, BulkRefusal, BulkResult, BulkUndone } from '@ticketing/contracts';

const IDS = { type: 'integer', isArray: true, example: [182, 183] } as const;

export class BulkRefusalDto implements BulkRefusal {
  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', example: 184 })
  id: number;

  @ApiProperty({
    description: 'Null for one that is not there.',
    type: String,
    nullable: true,
    example: 'Printer on fire',
  })
  title: string | null;

  @ApiProperty({
    description: 'Why it stays as it is.',
    example: 'A ticket that is closed cannot become pending.',
  })
  reason: string;
}

export class BulkPreviewDto implements BulkPreview {
  @ApiProperty({ description: 'How many would be changed.', type: 'integer', example: 30 })
  changed: number;

  @ApiProperty({ description: 'How many are like that already.', type: 'integer', example: 2 })
  unchanged: number;

  @ApiProperty({ description: 'Those that would stay as they are.', type: [BulkRefusalDto] })
  refused: BulkRefusalDto[];

  @ApiProperty({
    description: 'For people, one line each.',
    type: [String],
    example: ['30 tickets: assignee Nobody -> Bob'],
  })
  effects: string[];
}

export class BulkResultDto implements BulkResult {
  @ApiProperty({
    description: 'To take it back. Null when nothing was changed.',
    type: 'integer',
    nullable: true,
    example: 7,
  })
  id: number | null;

  @ApiProperty({ description: 'Those that are changed.', ...IDS })
  changed: number[];

  @ApiProperty({ description: 'Those that were like that already.', ...IDS, example: [] })
  unchanged: number[];

  @ApiProperty({ description: 'Those that stay as they are.', type: [BulkRefusalDto] })
  refused: BulkRefusalDto[];

  @ApiProperty({
    description: 'Until when it can be taken back. Null when nothing was changed.',
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T09:45:00.000Z',
  })
  undo_until: string | null;
}

export class BulkUndoneDto implements BulkUndone {
  @ApiProperty({ description: 'Those that are as they were.', ...IDS })
  restored: number[];

  @ApiProperty({ description: 'Those that somebody changed since.', type: [BulkRefusalDto] })
  left: BulkRefusalDto[];
}
