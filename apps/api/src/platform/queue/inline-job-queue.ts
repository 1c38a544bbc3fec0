import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { Log } from '../logging/log.js';
import { type Job, JOBS_AT_ONCE, JobQueue, QUEUES } from './job-queue.js';

/** The queue of a product in one process: jobs run here, a few at a time. */
@Injectable()
export class InlineJobQueue extends JobQueue implements BeforeApplicationShutdown {
  private readonly limits = new Map(QUEUES.map((queue) => [queue, pLimit(JOBS_AT_ONCE[queue])]));
  private readonly waiting = new Map<string, Promise<void>>();
  private run: ((job: Job) => Promise<void>) | undefined;

  constructor(private readonly log: Log) {
    super();
  }

  async add(jobs: Job[]): Promise<void> {
    if (!this.run) return; // nobody works in this process: another one does
    for (const job of jobs) {
      if (!this.waiting.has(job.id)) this.waiting.set(job.id, this.start(job));
    }
  }

  async work(run: (job: Job) => Promise<void>): Promise<void> {
    this.run = run;
  }

  /** Resolves once nothing waits or runs. */
  async idle(): Promise<void> {
    while (this.waiting.size > 0) await Promise.all(this.waiting.values());
  }

  /** What runs is finished, what waits is left to the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.run = undefined;
    await this.idle();
  }

  private async start(job: Job): Promise<void> {
    try {
      await this.limits.get(job.queue)!(async () => this.run?.(job));
    } catch (error) {
      this.log.warn('job failed', { job: job.id, error });
    } finally {
      this.waiting.delete(job.id);
    }
  }
}
