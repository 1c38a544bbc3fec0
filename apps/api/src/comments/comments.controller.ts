import { applyDecorators, Body, Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CommentView, Page } from '@ticketing/contracts';
import { CurrentActor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import {
  HiddenTicketGuard,
  TicketIdPipe,
  type TicketRow,
  VisibleTicket,
  VisibleTicketGuard,
} from '../tickets/index.js';
import { CommentReader } from './comment-reader.js';
import { CommentsService } from './comments.service.js';
import { AddCommentDto } from './dto/add-comment.dto.js';
import { CommentDto, CommentPageDto } from './dto/comment.dto.js';
import { ListCommentsQuery } from './dto/list-comments.query.js';

const TicketParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 });

const CommentDocs = () =>
  applyDecorators(
    UseGuards(HiddenTicketGuard),
    Idempotent(),
    TicketParam(),
    ApiOperation({
      summary: 'Comment on a ticket',
      description:
        'A public comment of the requester reopens a ticket that waited for them or was resolved. ' +
        'Internal notes are for admins; the requester never sees them.',
    }),
    ApiCreatedResponse({ type: CommentDto }),
    ApiProblems(400, 403, 404, 409, 413, 415, 429),
  );

@ApiTags('comments')
@SignedIn()
@Controller('tickets')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly reader: CommentReader,
  ) {}

  @Get(':id/comments')
  @UseGuards(VisibleTicketGuard)
  @TicketParam()
  @ApiOperation({
    summary: 'List the comments of a ticket',
    description: 'Oldest first; users see public ones only.',
  })
  @ApiOkResponse({ type: CommentPageDto })
  @ApiProblems(400, 404)
  list(
    @CurrentActor() actor: Actor,
    @VisibleTicket() ticket: TicketRow,
    @Query() query: ListCommentsQuery,
  ): Promise<Page<CommentView>> {
    return this.reader.list(actor, ticket, query);
  }

  @Post(':id/comments')
  @CommentDocs()
  add(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: AddCommentDto,
  ): Promise<CommentView> {
    return this.comments.add(actor, id, body);
  }

  /** The mission's own name for the same. */
  @Post(':id/add_comment')
  @CommentDocs()
  addComment(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: AddCommentDto,
  ): Promise<CommentView> {
    return this.comments.add(actor, id, body);
  }
}
