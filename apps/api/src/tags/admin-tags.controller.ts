import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Page, TagView } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { ListTagsQuery } from './dto/list-tags.query.js';
import { TagDto, TagPageDto } from './dto/tag.dto.js';
import { CreateTagDto, UpdateTagDto } from './dto/write-tag.dto.js';
import { tagNotFound } from './tag.problems.js';
import { TagsService } from './tags.service.js';

const TagIdPipe = idPipe(tagNotFound);
const TagParam = () => ApiParam({ name: 'id', type: 'integer', description: 'Id of the tag.', example: 2 });

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/tags')
export class AdminTagsController {
  constructor(private readonly tags: TagsService) {}

  @Get()
  @ApiOperation({ summary: 'List tags', description: 'By name; deleted ones when asked for.' })
  @ApiOkResponse({ type: TagPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListTagsQuery): Promise<Page<TagView>> {
    return this.tags.list(actor, query);
  }

  @Post()
  @Idempotent()
  @VersionTag()
  @ApiOperation({ summary: 'Make a tag', description: 'From then on it can be put on tickets.' })
  @ApiCreatedResponse({ type: TagDto })
  @ApiProblems(400, 403, 409, 413, 415, 429)
  create(@CurrentActor() actor: Actor, @Body() body: CreateTagDto): Promise<TagView> {
    return this.tags.create(actor, body);
  }

  @Get(':id')
  @VersionTag()
  @TagParam()
  @ApiOperation({ summary: 'Read a tag', description: 'A deleted one, too.' })
  @ApiOkResponse({ type: TagDto })
  @ApiProblems(403, 404)
  read(@Param('id', TagIdPipe) id: number): Promise<TagView> {
    return this.tags.read(id);
  }

  @Patch(':id')
  @VersionTag()
  @TagParam()
  @IfMatchHeader()
  @ApiOperation({ summary: 'Change a tag', description: 'Every ticket that carries it shows the change.' })
  @ApiOkResponse({ type: TagDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', TagIdPipe) id: number,
    @Body() body: UpdateTagDto,
    @IfMatch() version: VersionCheck,
  ): Promise<TagView> {
    return this.tags.update(actor, id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @TagParam()
  @ApiOperation({
    summary: 'Delete a tag',
    description: 'No ticket shows it any more; it can be restored, with its tickets.',
  })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404, 429)
  remove(@CurrentActor() actor: Actor, @Param('id', TagIdPipe) id: number): Promise<void> {
    return this.tags.remove(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @VersionTag()
  @TagParam()
  @ApiOperation({
    summary: 'Restore a deleted tag',
    description: 'On the tickets that carried it, unless its name is taken.',
  })
  @ApiOkResponse({ type: TagDto })
  @ApiProblems(403, 404, 409, 429)
  restore(@CurrentActor() actor: Actor, @Param('id', TagIdPipe) id: number): Promise<TagView> {
    return this.tags.restore(actor, id);
  }
}
