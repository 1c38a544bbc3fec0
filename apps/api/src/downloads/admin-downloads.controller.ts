import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { DownloadLink } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { DownloadsService } from './downloads.service.js';
import { DownloadLinkDto, RequestDownloadDto } from './dto/download.dto.js';

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/downloads')
export class AdminDownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get a link to an export',
    description:
      'For the browser itself, which saves a file of any length and sends no token. Good once, for a minute.',
  })
  @ApiOkResponse({ type: DownloadLinkDto })
  @ApiProblems(400, 403, 413, 415, 429)
  offer(@CurrentActor() actor: Actor, @Body() { path }: RequestDownloadDto): Promise<DownloadLink> {
    return this.downloads.offer(actor, path);
  }
}
