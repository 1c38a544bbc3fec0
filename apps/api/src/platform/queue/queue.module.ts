import { BullModule, getQueueToken } from '@nestjs/bull';
import { type DynamicModule, Global, Module, type ModuleMetadata } from '@nestjs/common';
import type { Queue } from 'bull';
import { Redis, type RedisOptions } from 'ioredis';
import type { Env } from '../config/env.js';
import { Log } from '../logging/log.js';
import { BullJobQueue } from './bull-job-queue.js';
import { InlineJobQueue } from './inline-job-queue.js';
import { type Job, JobQueue, QUEUES } from './job-queue.js';

/**
 * Retries, backoff and the dead state are in PostgreSQL (`deliveries`): Bull tries once. A worker that is killed
 * leaves its lock for half a minute; its job is due again when the lease in the table is over, whatever Bull thinks.
 */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true };
const SETTINGS = { lockDuration: 30_000, stalledInterval: 10_000, maxStalledCount: 5, drainDelay: 1 };
const LONGEST_WAIT_MS = 2_000;

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
  const queue = {
    provide: JobQueue,
    inject: [Log, ...QUEUES.map((name) => getQueueToken(name))],
    useFactory: (log: Log, ...queues: Queue<Job>[]) =>
      new BullJobQueue(new Map(QUEUES.map((name, i) => [name, queues[i]!])), log),
  };
  return {
    imports: [bullOn(url), BullModule.registerQueue(...QUEUES.map((name) => ({ name })))],
    providers: [queue],
    exports: [JobQueue],
  };
}

function bullOn(url: string): DynamicModule {
  return BullModule.forRoot({
    prefix: 'ticketing',
    defaultJobOptions: JOB_OPTIONS,
    settings: SETTINGS,
    createClient: (_type, options) => connect(url, options ?? {}),
  });
}

/** What Bull asks of its connections; it comes back within two seconds of Redis. */
function connect(url: string, options: RedisOptions): Redis {
  const client = new Redis(url, {
    ...options,
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
    retryStrategy: (attempt) => Math.min(50 * attempt, LONGEST_WAIT_MS),
  });
  client.on('error', () => undefined); // Bull reports it, once for each queue
  return client;
}
