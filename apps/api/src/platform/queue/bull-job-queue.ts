import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Log } from '../logging/log.js';
import type { BullConnections } from './bull-connections.js';
import { type Job, JOBS_AT_ONCE, JobQueue, type QueueName } from './job-queue.js';

/** Longer than this nobody waits for Redis: the job is added again later. */
const ADD_TIMEOUT_MS = 2_000;

/** The queue of a product in many processes: Bull on Redis. */
export class BullJobQueue extends JobQueue implements BeforeApplicationShutdown {
  constructor(
    private readonly queues: ReadonlyMap<QueueName, Queue<Job>>,
    private readonly connections: BullConnections,
    private readonly log: Log,
  ) {
    super();
    for (const queue of queues.values()) queue.on('error', (error) => this.complain(error));
  }

  async add(jobs: Job[]): Promise<void> {
    const byQueue = Map.groupBy(jobs, ({ queue }) => queue);
    await Promise.all([...byQueue].map(([name, of]) => withinTime(this.addTo(name, of))));
  }

  async work(run: (job: Job) => Promise<void>): Promise<void> {
    for (const [name, queue] of this.queues) {
      queue.process(JOBS_AT_ONCE[name], ({ data }) => run(data)).catch((error) => this.complain(error));
    }
  }

  /** Waits for what runs here; what waits is taken by other workers. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    this.connections.end();
  }

  private addTo(name: QueueName, jobs: Job[]): Promise<unknown> {
    return this.queues.get(name)!.addBulk(jobs.map((data) => ({ data, opts: { jobId: data.id } })));
  }

  private complain(error: unknown): void {
    this.log.debug('queue is away', { error });
  }
}

/** Bull waits for a Redis that is away as long as it takes. */
function withinTime(work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), ADD_TIMEOUT_MS);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
