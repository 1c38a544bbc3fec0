import { applyDecorators, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { TicketMute } from '@ticketing/contracts';
import { CurrentActor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import {
  HiddenTicketGuard,
  TicketIdPipe,
  type TicketRow,
  VisibleTicket,
  VisibleTicketGuard,
} from '../tickets/index.js';
import { TicketMuteDto } from './dto/ticket-mute.dto.js';
import { TicketMutes } from './ticket-mutes.js';

const MuteDocs = (summary: string, description: string) =>
  applyDecorators(
    UseGuards(HiddenTicketGuard),
    HttpCode(200),
    ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 }),
    ApiOperation({ summary, description }),
    ApiOkResponse({ type: TicketMuteDto }),
    ApiProblems(400, 404, 413, 415, 429),
  );

/** Whether the caller hears of a ticket. It is theirs alone: the ticket does not change. */
@ApiTags('notifications')
@SignedIn()
@Controller('tickets')
export class TicketMutesController {
  constructor(private readonly mutes: TicketMutes) {}

  @Get(':id/mute')
  @UseGuards(VisibleTicketGuard)
  @ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 })
  @ApiOperation({ summary: 'Read whether the caller has muted a ticket' })
  @ApiOkResponse({ type: TicketMuteDto })
  @ApiProblems(404)
  read(@CurrentActor() actor: Actor, @VisibleTicket() ticket: TicketRow): Promise<TicketMute> {
    return this.mutes.read(actor, ticket.id);
  }

  @Post(':id/mute')
  @MuteDocs('Mute a ticket', 'The caller is told nothing more about it, neither here nor by mail.')
  mute(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<TicketMute> {
    return this.mutes.mute(actor, id);
  }

  @Post(':id/unmute')
  @MuteDocs('Hear of a ticket again', 'The preferences decide again what the caller is told.')
  unmute(@CurrentActor() actor: Actor, @Param('id', TicketIdPipe) id: number): Promise<TicketMute> {
    return this.mutes.unmute(actor, id);
  }
}
