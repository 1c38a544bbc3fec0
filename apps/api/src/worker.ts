import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { type Env, InvalidEnvError, loadEnv } from './platform/config/env.js';
import { migrate } from './platform/database/migrate.js';
import { EventPump } from './platform/events/event-pump.js';
import { JobWorker } from './platform/events/job-worker.js';
import { Log } from './platform/logging/log.js';
import { runUntilSignal } from './run-until-signal.js';

/** The queue worker: the same modules, no HTTP. Any number may run, beside any number of API processes. */
await runUntilSignal(async () => {
  const env = loadEnv();
  const app = await NestFactory.createApplicationContext(AppModule.with(env, await migratedDatabase(env)), {
    logger: false,
    abortOnError: false,
  });
  await app.get(JobWorker).start();
  app.get(EventPump).start();
  app.get(Log).info('worker ready', { queue: env.REDIS_URL ? 'redis' : 'inline' });
  return {
    stop: async () => {
      app.get(Log).info('stopping');
      await app.close();
    },
  };
});

/** @throws InvalidEnvError without a database that processes can share */
async function migratedDatabase({ DATABASE_URL: url }: Env): Promise<string> {
  if (!url) {
    throw new InvalidEnvError(
      'A worker needs DATABASE_URL (and, beside the API, REDIS_URL). Without them the API does all jobs itself.',
    );
  }
  await migrate(url);
  return url;
}
