import { ApiProperty } from '@nestjs/swagger';
import type { DependencyState, HealthView } from '@ticketing/contracts';

export class HealthDto implements HealthView {
  @ApiProperty({ description: 'Whether the process can serve.', enum: ['ok', 'unavailable'], example: 'ok' })
  status: 'ok' | 'unavailable';

  @ApiProperty({
    description: 'State of each thing that the process needs, by name.',
    type: 'object',
    additionalProperties: { type: 'string', enum: ['up', 'down'] },
    example: { database: 'up' },
  })
  dependencies: Record<string, DependencyState>;
}
