import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Page, TicketCounts, TicketSummary, TicketView } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { CreateTicketDto } from './dto/create-ticket.dto.js';
import { ListTicketsQuery } from './dto/list-tickets.query.js';
import { TicketPageDto } from './dto/ticket-summary.dto.js';
import { TicketCountsDto, TicketDto } from './dto/ticket.dto.js';
import { UpdateStatusDto } from './dto/update-status.dto.js';
import { UpdateTicketDto } from './dto/update-ticket.dto.js';
import { TicketAddress } from './ticket-headers.js';
import type { TicketRow } from './ticket-columns.js';
import { TicketReader } from './ticket-reader.js';
import { TicketsService } from './tickets.service.js';
import {
  HiddenTicketGuard,
  TicketIdPipe,
  VisibleTicket,
  VisibleTicketGuard,
} from './visible-ticket.guard.js';

const TicketParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 });

@ApiTags('tickets')
@SignedIn()
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly reader: TicketReader,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List tickets', description: 'Users: their own. Admins: all.' })
  @ApiOkResponse({ type: TicketPageDto })
  @ApiProblems(400)
  list(@CurrentActor() actor: Actor, @Query() query: ListTicketsQuery): Promise<Page<TicketSummary>> {
    return this.reader.list(actor, query);
  }

  @Post()
  @Idempotent()
  @TicketAddress()
  @VersionTag()
  @ApiOperation({ summary: 'Open a ticket', description: 'It starts as `open`, requested by the caller.' })
  @ApiCreatedResponse({ type: TicketDto })
  @ApiProblems(400, 409, 413, 415, 429)
  create(@CurrentActor() actor: Actor, @Body() body: CreateTicketDto): Promise<TicketView> {
    return this.tickets.create(actor, body);
  }

  @Get('my_tickets')
  @ApiOperation({ summary: 'List the own tickets', description: 'The same filters as the list of all.' })
  @ApiOkResponse({ type: TicketPageDto })
  @ApiProblems(400)
  listMine(@CurrentActor() actor: Actor, @Query() query: ListTicketsQuery): Promise<Page<TicketSummary>> {
    return this.reader.list(actor, query, { user: actor.id });
  }

  @Get('assigned_to_me')
  @Roles(['admin'])
  @ApiOperation({ summary: 'List the tickets that the caller has', description: 'Admins only.' })
  @ApiOkResponse({ type: TicketPageDto })
  @ApiProblems(400, 403)
  listAssignedToMe(
    @CurrentActor() actor: Actor,
    @Query() query: ListTicketsQuery,
  ): Promise<Page<TicketSummary>> {
    return this.reader.list(actor, query, { assigned_to: 'me' });
  }

  @Get('counts')
  @ApiOperation({
    summary: 'Count the active tickets behind each tab',
    description: 'Neither resolved nor closed.',
  })
  @ApiOkResponse({ type: TicketCountsDto })
  counts(@CurrentActor() actor: Actor): Promise<TicketCounts> {
    return this.reader.counts(actor);
  }

  @Get(':id')
  @UseGuards(VisibleTicketGuard)
  @VersionTag()
  @TicketParam()
  @ApiOperation({
    summary: 'Read a ticket',
    description: 'With its first comments and what the caller may do.',
  })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(404)
  read(@CurrentActor() actor: Actor, @VisibleTicket() ticket: TicketRow): Promise<TicketView> {
    return this.reader.present(actor, ticket);
  }

  @Patch(':id')
  @UseGuards(HiddenTicketGuard)
  @VersionTag()
  @TicketParam()
  @IfMatchHeader()
  @ApiOperation({ summary: 'Change a ticket', description: 'What the caller may not write is ignored.' })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(400, 404, 409, 412, 413, 415)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: UpdateTicketDto,
    @IfMatch() version: VersionCheck,
  ): Promise<TicketView> {
    return this.tickets.update(actor, id, body, version);
  }

  @Patch(':id/update_status')
  @UseGuards(HiddenTicketGuard)
  @Roles(['admin'])
  @VersionTag()
  @TicketParam()
  @IfMatchHeader()
  @ApiOperation({
    summary: 'Move a ticket to another status',
    description: 'With feedback for the requester.',
  })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415)
  updateStatus(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: UpdateStatusDto,
    @IfMatch() version: VersionCheck,
  ): Promise<TicketView> {
    return this.tickets.updateStatus(actor, id, body, version);
  }

  @Post(':id/close')
  @UseGuards(HiddenTicketGuard)
  @HttpCode(200)
  @VersionTag()
  @TicketParam()
  @ApiOperation({ summary: 'Close the own ticket', description: 'Requester only.' })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(403, 404, 409)
  close(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<TicketView> {
    return this.tickets.close(actor, id);
  }

  @Post(':id/reopen')
  @UseGuards(HiddenTicketGuard)
  @HttpCode(200)
  @VersionTag()
  @TicketParam()
  @ApiOperation({ summary: 'Reopen the own resolved ticket', description: 'Requester only.' })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(403, 404, 409)
  reopen(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<TicketView> {
    return this.tickets.reopen(actor, id);
  }

  @Delete(':id')
  @UseGuards(HiddenTicketGuard)
  @Roles(['admin'])
  @HttpCode(204)
  @TicketParam()
  @ApiOperation({ summary: 'Delete a ticket', description: 'Hides it from everybody; it can be restored.' })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404)
  remove(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<void> {
    return this.tickets.remove(actor, id);
  }

  @Post(':id/restore')
  @Roles(['admin'])
  @HttpCode(200)
  @VersionTag()
  @TicketParam()
  @ApiOperation({ summary: 'Restore a deleted ticket', description: 'As it was.' })
  @ApiOkResponse({ type: TicketDto })
  @ApiProblems(403, 404)
  restore(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<TicketView> {
    return this.tickets.restore(actor, id);
  }
}
