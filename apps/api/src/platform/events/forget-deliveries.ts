import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeliveriesRepository } from './deliveries.repository.js';
import { Schedules } from './schedules.js';

const EVERY_MS = 6 * 3_600_000;

/** What was delivered long ago is of no more use; what is dead stays until somebody has looked at it. */
@Injectable()
export class ForgetDeliveries implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly deliveries: DeliveriesRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'forget-done-deliveries', everyMs: EVERY_MS, run: () => this.run() });
  }

  private async run(): Promise<void> {
    while (await this.deliveries.forgetDone());
  }
}
