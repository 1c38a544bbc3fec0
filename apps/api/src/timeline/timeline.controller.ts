import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Page, TimelineEntry } from '@ticketing/contracts';
import { ListCommentsQuery } from '../comments/index.js';
import { CurrentActor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { type TicketRow, VisibleTicket, VisibleTicketGuard } from '../tickets/index.js';
import { TimelinePageDto } from './dto/timeline-entry.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('tickets')
@SignedIn()
@Controller('tickets')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get(':id/timeline')
  @UseGuards(VisibleTicketGuard)
  @ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 })
  @ApiOperation({
    summary: 'Read the history of a ticket',
    description: 'Comments, notes and changes in one line, newest first. Users see no internal entries.',
  })
  @ApiOkResponse({ type: TimelinePageDto })
  @ApiProblems(400, 404)
  list(
    @CurrentActor() actor: Actor,
    @VisibleTicket() ticket: TicketRow,
    @Query() query: ListCommentsQuery,
  ): Promise<Page<TimelineEntry>> {
    return this.timeline.list(actor, ticket, query);
  }
}
