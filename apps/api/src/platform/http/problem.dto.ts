import { ApiProperty } from '@nestjs/swagger';
import type { Problem, ProblemField } from '@ticketing/contracts';

export class ProblemFieldDto implements ProblemField {
  @ApiProperty({
    description: 'JSON pointer into the body, or `?` and the name of a query parameter.',
    example: '/title',
  })
  pointer: string;

  @ApiProperty({
    description: 'For people.',
    example: 'Title must be a text of between 3 and 200 characters.',
  })
  detail: string;
}

/** Every error answer (RFC 9457). */
export class ProblemDto implements Problem {
  @ApiProperty({ description: 'Stable, for programs.', example: '/problems/invalid-input' })
  type: string;

  @ApiProperty({ description: 'The same for every occurrence.', example: 'Invalid input' })
  title: string;

  @ApiProperty({ description: 'The HTTP status.', type: 'integer', example: 400 })
  status: number;

  @ApiProperty({ description: 'What happened this time, for people.', example: 'Title must be a text.' })
  detail: string;

  @ApiProperty({
    description: 'Same as the X-Request-Id header.',
    example: '0d5f7c7e-5c2b-4a53-9a4e-0d2b6f7e8a91',
  })
  request_id: string;

  @ApiProperty({ description: 'One entry for each thing wrong with the input.', type: [ProblemFieldDto] })
  errors: ProblemFieldDto[];
}
