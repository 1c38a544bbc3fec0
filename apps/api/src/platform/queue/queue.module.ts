import { BullModule, getQueueToken } from '@nestjs/bull';
import { type DynamicModule, Global, Module, type ModuleMetadata } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Env } from '../config/env.js';
import { Log } from '../logging/log.js';
import { BullConnections } from './bull-connections.js';
import { BullJobQueue } from './bull-job-queue.js';
import { InlineJobQueue } from './inline-job-queue.js';
import { type Job, JobQueue, QUEUES } from './job-queue.js';

/**
 * Retries, backoff and the dead state are in PostgreSQL (`deliveries`): Bull tries once. A worker that is killed
 * leaves its lock for half a minute; its job is due again when the lease in the table is over, whatever Bull thinks.
 */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true };
const SETTINGS = { lockDuration: 30_000, stalledInterval: 10_000, maxStalledCount: 5, drainDelay: 1 };

/** Bull with `REDIS_URL`, else a queue inside the process. */
@Global()
@Module({})
export class QueueModule {
  static with({ REDIS_URL: url }: Readonly<Env>): DynamicModule {
    return { module: QueueModule, ...(url ? bull(url) : INLINE) };
  }
}

const INLINE: ModuleMetadata = {
  providers: [InlineJobQueue, { provide: JobQueue, useExisting: InlineJobQueue }],
  exports: [JobQueue, InlineJobQueue],
};

function bull(url: string): ModuleMetadata {
  const connections = new BullConnections(url);
  const queue = {
    provide: JobQueue,
    inject: [Log, ...QUEUES.map((name) => getQueueToken(name))],
    useFactory: (log: Log, ...queues: Queue<Job>[]) =>
      new BullJobQueue(new Map(QUEUES.map((name, i) => [name, queues[i]!])), connections, log),
  };
  const root = BullModule.forRoot({
    prefix: 'ticketing',
    defaultJobOptions: JOB_OPTIONS,
    settings: SETTINGS,
    createClient: connections.connect,
  });
  return {
    imports: [root, BullModule.registerQueue(...QUEUES.map((name) => ({ name })))],
    providers: [queue],
    exports: [JobQueue],
  };
}
