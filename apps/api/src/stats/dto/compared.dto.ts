import { ApiProperty } from '@nestjs/swagger';
import type { Compared } from '@ticketing/contracts';

export class ComparedDto implements Compared {
  @ApiProperty({ description: 'Of the period.', type: Number, example: 124 })
  value: number;

  @ApiProperty({ description: 'Of the period before.', type: Number, example: 110 })
  previous: number;
}

export class ComparedOrNullDto implements Compared<number | null> {
  @ApiProperty({ description: 'Null: of nothing.', type: Number, nullable: true, example: 5460 })
  value: number | null;

  @ApiProperty({
    description: 'Null: of nothing, or not recorded.',
    type: Number,
    nullable: true,
    example: 6120,
  })
  previous: number | null;
}

/** Options of a property that is a whole number from 0. */
export const count = (description: string, example: number) => ({
  description,
  type: 'integer' as const,
  minimum: 0,
  example,
});
