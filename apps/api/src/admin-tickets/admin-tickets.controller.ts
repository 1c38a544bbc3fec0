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
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { AdminTicket, Page } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { HiddenTicketGuard, TicketIdPipe, UpdateTicketDto } from '../tickets/index.js';
import { AdminTicketReader } from './admin-ticket-reader.js';
import { AdminTicketsService } from './admin-tickets.service.js';
import { AdminTicketDto, AdminTicketPageDto } from './dto/admin-ticket.dto.js';
import { ExportTicketsQuery, ListAdminTicketsQuery } from './dto/list-admin-tickets.query.js';

const TicketParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 });

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/tickets')
export class AdminTicketsController {
  constructor(
    private readonly tickets: AdminTicketsService,
    private readonly reader: AdminTicketReader,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List tickets', description: 'All of them; deleted ones when asked for.' })
  @ApiOkResponse({ type: AdminTicketPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListAdminTicketsQuery): Promise<Page<AdminTicket>> {
    return this.reader.list(actor, query);
  }

  @Get('export')
  @CsvExport('Number,Title,Status\r\n182,Printer on fire,open\r\n')
  @ApiOperation({
    summary: 'Load tickets as a file',
    description: [
      'The filters of the list. Sorted by `id` or `created_at`, as asked; anything else is sorted by `id`:',
      'other orders change while the file is written.',
    ].join(' '),
  })
  @ApiProblems(400, 403)
  export(@CurrentActor() actor: Actor, @Query() query: ExportTicketsQuery): CsvTable {
    return this.reader.export(actor, query);
  }

  @Get(':id')
  @VersionTag()
  @TicketParam()
  @ApiOperation({ summary: 'Read a ticket', description: 'A deleted one, too.' })
  @ApiOkResponse({ type: AdminTicketDto })
  @ApiProblems(403, 404)
  read(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<AdminTicket> {
    return this.reader.read(actor, id);
  }

  @Patch(':id')
  @UseGuards(HiddenTicketGuard)
  @VersionTag()
  @TicketParam()
  @IfMatchHeader()
  @ApiOperation({ summary: 'Change a ticket', description: 'Not while it is deleted.' })
  @ApiOkResponse({ type: AdminTicketDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: UpdateTicketDto,
    @IfMatch() version: VersionCheck,
  ): Promise<AdminTicket> {
    return this.tickets.update(actor, id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @TicketParam()
  @ApiOperation({ summary: 'Delete a ticket', description: 'Hides it from everybody; it can be restored.' })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404, 429)
  remove(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<void> {
    return this.tickets.remove(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @VersionTag()
  @TicketParam()
  @ApiOperation({ summary: 'Restore a deleted ticket', description: 'As it was.' })
  @ApiOkResponse({ type: AdminTicketDto })
  @ApiProblems(403, 404, 429)
  restore(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<AdminTicket> {
    return this.tickets.restore(actor, id);
  }
}
