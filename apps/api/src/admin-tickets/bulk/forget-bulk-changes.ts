import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../platform/events/schedules.js';
import { BulkChangesRepository } from './bulk-changes.repository.js';

const EVERY_MS = 10 * 60_000;

/** What cannot be taken back any more is of no use: the history of each ticket has it, too. */
@Injectable()
export class ForgetBulkChanges implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly repository: BulkChangesRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-bulk-changes',
      everyMs: EVERY_MS,
      run: () => this.repository.forgetOld(),
    });
  }
}
