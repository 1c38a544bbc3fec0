import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../platform/events/schedules.js';
import { CallsRepository } from './calls.repository.js';

const HOUR_MS = 3_600_000;
/** One statement at a time holds few locks. */
const BATCH = 1_000;

/** Keeps the log of calls from growing without end. */
@Injectable()
export class ForgetOldCalls implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly calls: CallsRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-old-integration-calls',
      everyMs: HOUR_MS,
      run: () => this.run(),
    });
  }

  private async run(): Promise<void> {
    while ((await this.calls.forgetOld(BATCH)) === BATCH);
  }
}
