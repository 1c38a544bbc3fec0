import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineRepository } from './timeline.repository.js';
import { TimelineService } from './timeline.service.js';

/** A ticket's history, read from the spine of events. */
@Module({
  imports: [CommentsModule, TicketsModule, UsersModule],
  controllers: [TimelineController],
  providers: [TimelineRepository, TimelineService],
})
export class TimelineModule {}
