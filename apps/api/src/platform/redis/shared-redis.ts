import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';

const LONGEST_WAIT_MS = 2_000;

/**
 * The connection to Redis; without `REDIS_URL` there is none. A command fails at once while Redis is away (nobody
 * waits for a doorbell), and the connection comes back by itself.
 */
export class SharedRedis implements OnApplicationShutdown {
  readonly client: Redis | undefined;

  constructor(url: string | undefined) {
    if (!url) return;
    this.client = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: 1_000,
      retryStrategy: (attempt) => Math.min(50 * attempt, LONGEST_WAIT_MS),
    });
    this.client.on('error', () => undefined); // every command reports its own failure
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}
