import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TagList } from '@ticketing/contracts';
import { Roles } from '../platform/access/access.decorators.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { TagListDto } from './dto/tag.dto.js';
import { TagsService } from './tags.service.js';

@ApiTags('tickets')
@SignedIn()
@Roles(['admin'])
@Controller('tags')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get()
  @ApiOperation({
    summary: 'List what can be put on tickets',
    description: 'All tags that are not deleted, by name. There are few: no pages. Admins only.',
  })
  @ApiOkResponse({ type: TagListDto })
  @ApiProblems(403)
  list(): Promise<TagList> {
    return this.tags.all();
  }
}
