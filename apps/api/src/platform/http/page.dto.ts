import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Counted, Page } from '@ticketing/contracts';

export class CountedDto implements Counted {
  @ApiProperty({ description: 'Exact, or null beyond 10,000.', type: 'integer', nullable: true, example: 42 })
  total: number | null;

  @ApiProperty({
    description: 'A lower bound where `total` is null.',
    type: 'integer',
    nullable: true,
    example: null,
  })
  total_at_least: number | null;
}

/** The DTO class of a page of something: `class TicketPageDto extends pageOf(TicketSummaryDto) {}`. */
export function pageOf<T extends object>(item: Type<T>) {
  class PageDto extends CountedDto implements Page<T> {
    @ApiProperty({ description: 'The rows of this page.', type: [item] })
    results: T[];

    @ApiProperty({
      description: 'Send it back as `cursor`; null on the last page.',
      type: String,
      nullable: true,
    })
    next_cursor: string | null;
  }
  return PageDto;
}
