import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../platform/events/schedules.js';
import { UsedDownloadsRepository } from './used-downloads.repository.js';

const EVERY_MS = 3_600_000;

/** Links that opened nothing any more anyway. */
@Injectable()
export class ForgetDownloads implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly used: UsedDownloadsRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-used-downloads',
      everyMs: EVERY_MS,
      run: () => this.used.forgetExpired(),
    });
  }
}
