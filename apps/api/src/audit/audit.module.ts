import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { AuditController } from './audit.controller.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';
import { AuditTitles } from './audit-titles.js';

/** Who did what to what: the spine of events as admins read it. Nothing here writes. */
@Module({
  imports: [UsersModule],
  controllers: [AuditController],
  providers: [AuditRepository, AuditService, AuditTitles],
})
export class AuditModule {}
