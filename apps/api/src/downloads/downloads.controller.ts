import { Controller, Get, Header, Param, Req, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/access/access.decorators.js';
import { CsvInterceptor } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { ApiProblems } from '../platform/http/api-docs.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { DownloadsService } from './downloads.service.js';

@ApiTags('admin')
@Controller('downloads')
export class DownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  @Get(':token')
  @Public()
  @Limited('link')
  @UseInterceptors(CsvInterceptor)
  @Header('Referrer-Policy', 'no-referrer')
  @ApiParam({
    name: 'token',
    type: String,
    description: 'Of `POST /api/admin/downloads/`.',
    example: 'q3v...Zk0',
  })
  @ApiOperation({ summary: 'Load a file by its link', description: 'Once. The link says who asks.' })
  @ApiOkResponse({ description: 'The file.', content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiProblems(400, 404, 429, 503)
  open(@Param('token') token: string, @Req() { method }: FastifyRequest): Promise<CsvTable> {
    return this.downloads.open(token, method !== 'HEAD');
  }
}
