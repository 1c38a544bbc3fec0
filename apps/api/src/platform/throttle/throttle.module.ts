import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Log } from '../logging/log.js';
import { SharedRedis } from '../redis/shared-redis.js';
import { CounterStorage } from './counter-storage.js';

/** Counts for `RateLimitGuard`, which `AuthModule` puts behind its own guards. */
@Global()
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [SharedRedis, Log],
      useFactory: (redis: SharedRedis, log: Log) => ({
        throttlers: [],
        storage: new CounterStorage(redis, log),
      }),
    }),
  ],
  exports: [ThrottlerModule],
})
export class ThrottleModule {}
