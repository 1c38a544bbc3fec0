import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type FirstAdmin, FirstAdminMaker } from './auth/index.js';
import { type Env, loadEnv } from './platform/config/env.js';
import { ensureDatabase } from './platform/database/ensure-database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { EventPump } from './platform/events/event-pump.js';
import { JobWorker } from './platform/events/job-worker.js';
import { createApp } from './platform/http/create-app.js';
import { Log } from './platform/logging/log.js';
import { SampleData } from './samples/index.js';
import { welcome } from './welcome.js';

/** Beside the built API: `dist/apps/web/browser`. */
const WEB_ROOT = fileURLToPath(new URL('../web/browser', import.meta.url));

/** The running product: an embedded database where none is configured, the migrated schema, the HTTP app. */
export class Product {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly embedded: EmbeddedPostgres | undefined,
  ) {}

  static async start(env: Readonly<Env> = loadEnv()): Promise<Product> {
    const startedAt = performance.now();
    await requireFreePort(env);
    const embedded = env.DATABASE_URL ? undefined : await startEmbeddedPostgres(env.DATA_DIR);
    try {
      const url = embedded ? await ensureDatabase(embedded.url, 'ticketing') : env.DATABASE_URL!;
      await migrate(url);
      const app = await createApp(
        AppModule.with(env, url),
        env,
        existsSync(WEB_ROOT) ? { webRoot: WEB_ROOT } : {},
      );
      const admin = await firstContent(app, env);
      await app.listen(env.PORT, env.HOST);
      if (!env.REDIS_URL) await app.get(JobWorker).start(); // with Redis, workers are processes of their own
      app.get(EventPump).start();
      app.get(Log).info('ready', { ms: Math.round(performance.now() - startedAt), url: env.publicUrl });
      welcome(env, admin);
      return new Product(app, embedded);
    } catch (error) {
      await embedded?.stop();
      throw error;
    }
  }

  /** Answers what is in hand, takes nothing new, then stops the embedded database. */
  async stop(): Promise<void> {
    this.app.get(Log).info('stopping');
    await this.app.close();
    await this.embedded?.stop();
  }
}

/** The first admin of an empty database and, on the embedded one only, tickets to look at. */
async function firstContent(
  app: NestFastifyApplication,
  env: Readonly<Env>,
): Promise<FirstAdmin | undefined> {
  const admin = await app.get(FirstAdminMaker).makeIfEmpty();
  if (admin && !env.DATABASE_URL && env.SAMPLE_DATA) await app.get(SampleData).make(admin.id);
  return admin;
}

/** Says so before anything is started or written, not after. */
async function requireFreePort({ PORT, HOST }: Readonly<Env>): Promise<void> {
  if (PORT === 0) return;
  const probe = createServer().listen(PORT, HOST);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
