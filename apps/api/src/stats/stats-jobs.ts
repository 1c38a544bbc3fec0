import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../platform/events/schedules.js';
import { StatsCounters } from './stats-counters.js';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** What is done for the statistics by the clock. */
@Injectable()
export class StatsJobs implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly counters: StatsCounters,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'fold-stats',
      everyMs: 5 * SECOND_MS,
      run: () => this.counters.fold(),
    });
    this.schedules.register({
      name: 'reconcile-stats',
      everyMs: DAY_MS,
      run: async () => void (await this.counters.reconcile()),
    });
  }
}
