import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { AdminComment, Page } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { AdminCommentsService } from './admin-comments.service.js';
import { commentNotFound } from './comment.problems.js';
import { AdminCommentDto, AdminCommentPageDto, UpdateCommentDto } from './dto/admin-comment.dto.js';
import { FilterAdminCommentsQuery, ListAdminCommentsQuery } from './dto/list-admin-comments.query.js';

const CommentIdPipe = idPipe(commentNotFound);
const CommentParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Id of the comment.', example: 951 });

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/comments')
export class AdminCommentsController {
  constructor(private readonly comments: AdminCommentsService) {}

  @Get()
  @ApiOperation({
    summary: 'List comments',
    description: 'Newest first, of all tickets; deleted ones when asked for.',
  })
  @ApiOkResponse({ type: AdminCommentPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListAdminCommentsQuery): Promise<Page<AdminComment>> {
    return this.comments.list(actor, query);
  }

  @Get('export')
  @ApiOperation({
    summary: 'Export comments',
    description: 'Everything that the filters leave, newest first; internal notes, too.',
  })
  @CsvExport('Id,Ticket,Title,Author,Author id,Internal,Written,Edited,Deleted,Comment\r\n')
  @ApiProblems(400, 403)
  export(@CurrentActor() actor: Actor, @Query() query: FilterAdminCommentsQuery): CsvTable {
    return this.comments.export(actor, query);
  }

  @Get(':id')
  @VersionTag()
  @CommentParam()
  @ApiOperation({ summary: 'Read a comment', description: 'A deleted one, too.' })
  @ApiOkResponse({ type: AdminCommentDto })
  @ApiProblems(403, 404)
  read(@CurrentActor() actor: Actor, @Param('id', CommentIdPipe) id: number): Promise<AdminComment> {
    return this.comments.read(actor, id);
  }

  @Patch(':id')
  @VersionTag()
  @CommentParam()
  @IfMatchHeader()
  @ApiOperation({
    summary: 'Change the text of a comment',
    description: 'Whoever sees the comment sees that it was edited. What it said is in the audit log alone.',
  })
  @ApiOkResponse({ type: AdminCommentDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 429)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', CommentIdPipe) id: number,
    @Body() { content }: UpdateCommentDto,
    @IfMatch() version: VersionCheck,
  ): Promise<AdminComment> {
    return this.comments.edit(actor, id, content, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @CommentParam()
  @ApiOperation({
    summary: 'Delete a comment',
    description: 'It is gone for everybody, and from news that wait; it can be restored.',
  })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404, 409, 429)
  remove(@CurrentActor() actor: Actor, @Param('id', CommentIdPipe) id: number): Promise<void> {
    return this.comments.remove(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @VersionTag()
  @CommentParam()
  @ApiOperation({ summary: 'Restore a deleted comment', description: 'Where it was; nobody is told again.' })
  @ApiOkResponse({ type: AdminCommentDto })
  @ApiProblems(403, 404, 409, 429)
  restore(@CurrentActor() actor: Actor, @Param('id', CommentIdPipe) id: number): Promise<AdminComment> {
    return this.comments.restore(actor, id);
  }
}
