import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TicketTemplateList } from '@ticketing/contracts';
import { SignedIn } from '../platform/http/api-docs.js';
import { TicketTemplateListDto } from './dto/template.dto.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('tickets')
@SignedIn()
@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @ApiOperation({
    summary: 'List what a new ticket can start from',
    description: 'The active templates, in their order. There are few: no pages.',
  })
  @ApiOkResponse({ type: TicketTemplateListDto })
  list(): Promise<TicketTemplateList> {
    return this.templates.offered();
  }
}
