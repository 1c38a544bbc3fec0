import { Global, Module } from '@nestjs/common';
import { Env } from '../config/env.js';
import { SharedRedis } from './shared-redis.js';

/** One connection to Redis, where one is configured. */
@Global()
@Module({
  providers: [
    { provide: SharedRedis, inject: [Env], useFactory: (env: Env) => new SharedRedis(env.REDIS_URL) },
  ],
  exports: [SharedRedis],
})
export class RedisModule {}
