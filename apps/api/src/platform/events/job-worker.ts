import { Injectable } from '@nestjs/common';
import { type Job, JobQueue } from '../queue/job-queue.js';
import { DeliveryRunner } from './delivery-runner.js';
import { Schedules } from './schedules.js';

/** Makes this process one of those that work. The API is one only where there is no Redis. */
@Injectable()
export class JobWorker {
  constructor(
    private readonly queue: JobQueue,
    private readonly deliveries: DeliveryRunner,
    private readonly schedules: Schedules,
  ) {}

  start(): Promise<void> {
    return this.queue.work((job) => this.run(job));
  }

  private run({ work: { kind, key } }: Job): Promise<void> {
    return kind === 'delivery' ? this.deliveries.run(key) : this.schedules.run(key);
  }
}
