import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { AdminTicketReader } from './admin-ticket-reader.js';
import { AdminTicketsController } from './admin-tickets.controller.js';
import { AdminTicketsRepository } from './admin-tickets.repository.js';
import { AdminTicketsService } from './admin-tickets.service.js';
import { BulkChangeEntity } from './bulk/bulk-change.entity.js';
import { BulkChangesRepository } from './bulk/bulk-changes.repository.js';
import { BulkTicketsController } from './bulk/bulk-tickets.controller.js';
import { BulkTicketsService } from './bulk/bulk-tickets.service.js';
import { ForgetBulkChanges } from './bulk/forget-bulk-changes.js';
import { UndoBulkService } from './bulk/undo-bulk.service.js';

/** Tickets as the admin area has them: deleted ones, too, many at once, and as a file. */
@Module({
  imports: [TicketsModule, UsersModule, TypeOrmModule.forFeature([BulkChangeEntity])],
  controllers: [BulkTicketsController, AdminTicketsController],
  providers: [
    AdminTicketReader,
    AdminTicketsRepository,
    AdminTicketsService,
    BulkChangesRepository,
    BulkTicketsService,
    ForgetBulkChanges,
    UndoBulkService,
  ],
})
export class AdminTicketsModule {}
