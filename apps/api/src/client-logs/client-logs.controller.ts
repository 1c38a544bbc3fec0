import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/access/access.decorators.js';
import { ApiProblems } from '../platform/http/api-docs.js';
import { Log } from '../platform/logging/log.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { ClientLogDto } from './dto/client-log.dto.js';

@ApiTags('client logs')
@Controller('client_logs')
export class ClientLogsController {
  constructor(private readonly log: Log) {}

  @Public()
  @Limited('report')
  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Report what went wrong in a browser',
    description:
      'One line in the log of the server. Open to everybody, because sign-in can fail, too; limited hard.',
  })
  @ApiNoContentResponse({ description: 'Noted.' })
  @ApiProblems(400, 413, 415, 429)
  report(@Body() { level, ...fields }: ClientLogDto): void {
    this.log[level]('client reports', { log: 'client', client: fields });
  }
}
