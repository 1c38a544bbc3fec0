import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { TagsModule } from '../tags/index.js';
import { TemplatesModule } from '../templates/index.js';
import { UsersModule } from '../users/index.js';
import { Assignees } from './assignees.js';
import { CloseResolvedTickets } from './close-resolved-tickets.js';
import { ResolvedTicketsRepository } from './resolved-tickets.repository.js';
import { TicketReader } from './ticket-reader.js';
import { TicketSearchEntity } from './ticket-search.entity.js';
import { TicketSearch } from './ticket-search.js';
import { TicketTagEntity } from './ticket-tag.entity.js';
import { TicketTags } from './ticket-tags.js';
import { TicketWriter } from './ticket-writer.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsRepository } from './tickets.repository.js';
import { TicketsService } from './tickets.service.js';
import { HiddenTicketGuard, VisibleTicketGuard } from './visible-ticket.guard.js';

/** Tickets and their way from open to closed. `TicketConversation` and `TicketRatings` are provided by the comments and ratings modules. */
@Module({
  imports: [
    AuthModule,
    TagsModule,
    TemplatesModule,
    UsersModule,
    TypeOrmModule.forFeature([TicketEntity, TicketSearchEntity, TicketTagEntity]),
  ],
  controllers: [TicketsController],
  providers: [
    Assignees,
    CloseResolvedTickets,
    ResolvedTicketsRepository,
    TicketReader,
    TicketSearch,
    TicketTags,
    TicketWriter,
    TicketsRepository,
    TicketsService,
    HiddenTicketGuard,
    VisibleTicketGuard,
  ],
  exports: [
    Assignees,
    TicketSearch,
    TicketTags,
    TicketWriter,
    TicketsRepository,
    TicketsService,
    HiddenTicketGuard,
    VisibleTicketGuard,
  ],
})
export class TicketsModule {}
