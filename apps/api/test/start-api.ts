import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { AppModule } from '../src/app.module.js';
import { type Env, loadEnv } from '../src/platform/config/env.js';
import { createApp } from '../src/platform/http/create-app.js';
import { makeDatabase, type TestDatabase } from './database.js';
import type { Person } from './make.js';

export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  /** The parsed JSON, or the text of anything else. */
  body: any;
}

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Requests as one person (or as nobody). */
export interface Requests {
  get: Send;
  post: Send;
  patch: Send;
  delete: Send;
  head: Send;
}

export interface TestApi extends Requests {
  app: NestFastifyApplication;
  db: TestDatabase;
  /** The same requests with the person's access token. */
  as(person: Pick<Person, 'token'>): Requests;
  stop(): Promise<void>;
}

export const TEST_ENV = {
  NODE_ENV: 'test',
  SECRET_KEY: 'a-key-for-tests-that-is-long-enough-to-be-taken',
  RATE_LIMIT_FACTOR: '0',
  DATA_DIR: join(tmpdir(), 'ticketing-test-data'),
  PORT: '0',
  PUBLIC_URL: 'http://localhost:3000',
  MAIL_GATHER_SECONDS: '0',
};

export interface StartOptions {
  /** The address by which the API reaches its database, when something stands between them. */
  through?: (url: string) => Promise<string>;
}

/**
 * The whole API on a database of its own, without a port: requests go through Fastify's `inject`.
 * One at a time in a spec file: passport keeps its strategies per process, so that of two APIs one would look
 * for sessions in the database of the other.
 */
export async function startApi(
  variables: Record<string, string> = {},
  { through = async (url) => url }: StartOptions = {},
): Promise<TestApi> {
  const db = await makeDatabase();
  const env: Readonly<Env> = loadEnv({ ...TEST_ENV, ...variables });
  const app = await createApp(AppModule.with(env, await through(db.url)), env);
  return {
    app,
    db,
    ...requestsOf(app, {}),
    as: ({ token }) => requestsOf(app, { authorization: `Bearer ${token}` }),
    stop: async () => {
      await app.close();
      await db.drop();
    },
  };
}

/** Reads the answer to its end. A live stream has none: its head is all that is waited for (`test/live-reader.ts`). */
async function bodyOf(response: LightMyRequestResponse, type: string): Promise<string> {
  const body = response.stream();
  if (!type.startsWith('text/event-stream')) return text(body);
  response.raw.res.destroy();
  return '';
}

function requestsOf(app: NestFastifyApplication, own: Record<string, string>): Requests {
  const send =
    (method: InjectOptions['method']): Send =>
    async (url, body, headers = {}) => {
      const payload = body === undefined ? {} : { payload: body as object };
      const response = await app.inject({
        method,
        url,
        headers: { ...own, ...headers },
        ...payload,
        payloadAsStream: true,
      } as InjectOptions);
      const type = String(response.headers['content-type'] ?? '');
      const content = await bodyOf(response, type);
      return {
        status: response.statusCode,
        headers: response.headers as Answer['headers'],
        body: /json/.test(type) && content !== '' ? JSON.parse(content) : content,
      };
    };
  return {
    get: send('GET'),
    post: send('POST'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    head: send('HEAD'),
  };
}
