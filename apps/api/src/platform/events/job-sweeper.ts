import { Injectable } from '@nestjs/common';
import { type Job, JobQueue } from '../queue/job-queue.js';
import { DeliveriesRepository, type RungDelivery } from './deliveries.repository.js';
import { EventHandlers } from './event-handlers.js';
import { Schedules } from './schedules.js';

/** Tells the queue what the tables say is due: new work, work to be tried again, and work that a queue has lost. */
@Injectable()
export class JobSweeper {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly schedules: Schedules,
    private readonly handlers: EventHandlers,
    private readonly queue: JobQueue,
  ) {}

  /** @returns how many jobs were added @throws Error when the queue is away */
  async sweep(): Promise<number> {
    return (await this.addDeliveries()) + (await this.addSchedules());
  }

  private async addDeliveries(): Promise<number> {
    const rung = await this.deliveries.ring();
    if (rung.length === 0) return 0;
    try {
      await this.queue.add(rung.map((delivery) => this.jobOf(delivery)));
    } catch (error) {
      await this.deliveries.unring(rung.map(({ id }) => id));
      throw error;
    }
    return rung.length;
  }

  private async addSchedules(): Promise<number> {
    const due = await this.schedules.due();
    if (due.length > 0) await this.queue.add(due);
    return due.length;
  }

  private jobOf({ id, handler, tries }: RungDelivery): Job {
    const queue = this.handlers.find(handler)?.queue ?? 'maintenance';
    return { queue, id: `delivery:${id}:${tries}`, work: { kind: 'delivery', key: id } };
  }
}
