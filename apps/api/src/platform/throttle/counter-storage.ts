import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { type ThrottlerStorage, ThrottlerStorageService } from '@nestjs/throttler';
import type { Log } from '../logging/log.js';
import type { SharedRedis } from '../redis/shared-redis.js';

type Increment = ThrottlerStorage['increment'];

/**
 * Where requests are counted: in Redis, so that all processes count together, or in memory. While Redis is away
 * each process counts alone: limits get looser, but neither does the product stop nor do they vanish.
 */
export class CounterStorage implements ThrottlerStorage {
  private readonly local = new ThrottlerStorageService();
  private readonly shared: ThrottlerStorageRedisService | undefined;
  private warned = false;

  constructor(
    { client }: SharedRedis,
    private readonly log: Log,
  ) {
    if (client) this.shared = new ThrottlerStorageRedisService(client);
  }

  async increment(...counted: Parameters<Increment>): ReturnType<Increment> {
    if (!this.shared) return this.local.increment(...counted);
    try {
      const record = await this.shared.increment(...counted);
      this.warned = false;
      return record;
    } catch (error) {
      if (!this.warned) this.log.warn('rate limits are counted per process: Redis is away', { error });
      this.warned = true;
      return this.local.increment(...counted);
    }
  }

  onApplicationShutdown(): void {
    this.local.onApplicationShutdown();
  }
}
