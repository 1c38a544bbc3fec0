import { Injectable } from '@nestjs/common';
import { isLocked } from '../platform/database/postgres-errors.js';
import { Log } from '../platform/logging/log.js';
import { StatNumbers } from './stat-numbers.js';
import { medianAge } from './stats-backlog.js';
import { dayOf } from './stats-days.js';
import { type Reconciliation, StatsRecountRepository } from './stats-recount.repository.js';
import { FOLDED_AT_ONCE, StatsRepository } from './stats.repository.js';

/** Keeps the counters: takes changes into them, notes how a day ended, and looks whether they are right. */
@Injectable()
export class StatsCounters {
  constructor(
    private readonly stats: StatsRepository,
    private readonly recounts: StatsRecountRepository,
    private readonly log: Log,
  ) {}

  /** Takes what changed into the counters, all of it, and notes how the day stands. */
  async fold(): Promise<void> {
    try {
      while ((await this.stats.fold()) === FOLDED_AT_ONCE);
    } catch (error) {
      if (!isLocked(error)) throw error; // somebody recounts: what is not folded counts all the same
    }
    const numbers = new StatNumbers(await this.stats.readNow());
    const today = dayOf(new Date());
    const { unassigned } = numbers;
    await this.stats.noteDay(today, { unassigned, backlogDays: medianAge(numbers, today) });
  }

  /** Counts all tickets anew, reports every counter that was wrong, and puts it right. */
  async reconcile(): Promise<Reconciliation> {
    await this.fold();
    const report = await this.recounts.recount();
    if (report.differences > 0) this.log.error('statistics were wrong', { ...report });
    else this.log.info('statistics are right', { tickets: report.tickets });
    return report;
  }
}
