/** Queues by kind: slow mail servers do not hold up webhooks, nor the other way round. */
export const QUEUES = ['mail', 'webhooks', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Jobs of one process at once, by queue. */
export const JOBS_AT_ONCE: Record<QueueName, number> = { mail: 4, webhooks: 8, maintenance: 2 };

/** A knock at the door: what there is to do stands in PostgreSQL. */
export interface Job {
  queue: QueueName;
  /** The same id, added while it waits, is one job. */
  id: string;
  /** Which kind of work, and the key of its row. */
  work: { kind: 'delivery' | 'schedule'; key: string };
}

/**
 * Carries jobs to whoever works. A job may be lost (a flushed Redis, a killed process) or come twice: whoever adds
 * it adds it again, and whoever takes it looks into the tables first.
 */
export abstract class JobQueue {
  /** @throws Error when the queue is away: add again later */
  abstract add(jobs: Job[]): Promise<void>;

  /** Takes jobs from now on, in this process, until it stops. */
  abstract work(run: (job: Job) => Promise<void>): Promise<void>;
}
