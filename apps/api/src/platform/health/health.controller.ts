import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators.js';
import { ApiProblems } from '../http/api-docs.js';
import { HealthDto } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'Is the process alive?', description: 'Asks nothing but the process itself.' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return this.health.live();
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Can it serve?',
    description: 'Asks the database; 503 while it is away or on shutdown.',
  })
  @ApiOkResponse({ type: HealthDto })
  @ApiProblems(503)
  ready(): Promise<HealthDto> {
    return this.health.ready();
  }
}
