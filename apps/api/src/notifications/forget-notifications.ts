import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../platform/events/schedules.js';
import { NotificationsRepository } from './notifications.repository.js';

const EVERY_MS = 6 * 3_600_000;

/** Bells do not remember for ever what was read. */
@Injectable()
export class ForgetNotifications implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly notifications: NotificationsRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'forget-read-notifications', everyMs: EVERY_MS, run: () => this.run() });
  }

  private async run(): Promise<void> {
    while (await this.notifications.forgetOld());
  }
}
