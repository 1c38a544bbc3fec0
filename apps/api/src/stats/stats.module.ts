import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { StatsCounters } from './stats-counters.js';
import { StatsJobs } from './stats-jobs.js';
import { StatsRecountRepository } from './stats-recount.repository.js';
import { StatsController } from './stats.controller.js';
import { StatsRepository } from './stats.repository.js';
import { StatsService } from './stats.service.js';

/** How much there is to do, how much is done, how fast and how well: from counters, at any number of tickets. */
@Module({
  imports: [UsersModule],
  controllers: [StatsController],
  providers: [StatsCounters, StatsJobs, StatsRecountRepository, StatsRepository, StatsService],
  exports: [StatsCounters],
})
export class StatsModule {}
