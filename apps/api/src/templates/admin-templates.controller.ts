import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Page, TemplateList, TemplateView } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { ListTemplatesQuery } from './dto/list-templates.query.js';
import { TemplateDto, TemplateListDto, TemplatePageDto } from './dto/template.dto.js';
import { CreateTemplateDto, ReorderTemplatesDto, UpdateTemplateDto } from './dto/write-template.dto.js';
import { templateNotFound } from './template.problems.js';
import { TemplatesService } from './templates.service.js';

const TemplateIdPipe = idPipe(templateNotFound);
const TemplateParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Id of the template.', example: 2 });

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/templates')
export class AdminTemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @ApiOperation({
    summary: 'List templates',
    description: 'In their order; deleted ones when asked for.',
  })
  @ApiOkResponse({ type: TemplatePageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListTemplatesQuery): Promise<Page<TemplateView>> {
    return this.templates.list(actor, query);
  }

  @Post()
  @Idempotent()
  @VersionTag()
  @ApiOperation({ summary: 'Make a template', description: 'It goes to the end of the order.' })
  @ApiCreatedResponse({ type: TemplateDto })
  @ApiProblems(400, 403, 409, 413, 415, 429)
  create(@CurrentActor() actor: Actor, @Body() body: CreateTemplateDto): Promise<TemplateView> {
    return this.templates.create(actor, body);
  }

  @Post('reorder')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put templates into another order',
    description: 'Those that are named come first, as named; all others follow as they were.',
  })
  @ApiOkResponse({ type: TemplateListDto })
  @ApiProblems(400, 403, 413, 415, 429)
  reorder(@CurrentActor() actor: Actor, @Body() { ids }: ReorderTemplatesDto): Promise<TemplateList> {
    return this.templates.reorder(actor, ids);
  }

  @Get(':id')
  @VersionTag()
  @TemplateParam()
  @ApiOperation({ summary: 'Read a template', description: 'A deleted one, too.' })
  @ApiOkResponse({ type: TemplateDto })
  @ApiProblems(403, 404)
  read(@Param('id', TemplateIdPipe) id: number): Promise<TemplateView> {
    return this.templates.read(id);
  }

  @Patch(':id')
  @VersionTag()
  @TemplateParam()
  @IfMatchHeader()
  @ApiOperation({
    summary: 'Change a template',
    description: 'Tickets that started from it stay as they are.',
  })
  @ApiOkResponse({ type: TemplateDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', TemplateIdPipe) id: number,
    @Body() body: UpdateTemplateDto,
    @IfMatch() version: VersionCheck,
  ): Promise<TemplateView> {
    return this.templates.update(actor, id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @TemplateParam()
  @ApiOperation({ summary: 'Delete a template', description: 'Offers it to nobody; it can be restored.' })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404, 429)
  remove(@CurrentActor() actor: Actor, @Param('id', TemplateIdPipe) id: number): Promise<void> {
    return this.templates.remove(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @VersionTag()
  @TemplateParam()
  @ApiOperation({
    summary: 'Restore a deleted template',
    description: 'As it was, unless its name is taken.',
  })
  @ApiOkResponse({ type: TemplateDto })
  @ApiProblems(403, 404, 409, 429)
  restore(@CurrentActor() actor: Actor, @Param('id', TemplateIdPipe) id: number): Promise<TemplateView> {
    return this.templates.restore(actor, id);
  }
}
