import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env } from '../config/env.js';
import { registerAccessLog } from '../logging/access-log.js';
import { Log } from '../logging/log.js';
import { nestLog } from '../logging/nest-log.js';
import { readableAddress } from './address.js';
import { limitBodies } from './body-limits.js';
import { acceptMails, acceptOnlyJson } from './body-parsers.js';
import { serveDocsScripts } from './docs-trusted-types.js';
import { endConnectionsOnClose } from './drain.js';
import { registerSecurityHeaders } from './security-headers.js';
import { serveApiDocs } from './swagger.js';
import { serveWebApp } from './web-app.js';

const BODY_LIMIT = 256 * 1024;
/** Node refuses longer request lines itself. */
const LONGEST_ADDRESS = 16_384;
const REQUEST_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 60_000;

export interface AppOptions {
  /** Folder of the built web app; left out where only the API is wanted. */
  webRoot?: string;
}

/** Builds the HTTP application, ready to listen. Tests and the product use the same. */
export async function createApp(
  module: DynamicModule,
  env: Readonly<Env>,
  { webRoot }: AppOptions = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, adapterFor(env), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const log = app.get(Log);
  app.useLogger(nestLog(log));
  app.setGlobalPrefix('api');
  const fastify = app.getHttpAdapter().getInstance();
  registerAccessLog(fastify, log);
  endConnectionsOnClose(fastify);
  await registerSecurityHeaders(fastify, env);
  await fastify.register(fastifyCookie);
  acceptOnlyJson(fastify);
  acceptMails(fastify);
  limitBodies(fastify);
  serveDocsScripts(fastify);
  serveApiDocs(app);
  if (webRoot) await serveWebApp(fastify, webRoot);
  await app.init();
  await fastify.ready();
  return app;
}

function adapterFor(env: Readonly<Env>): FastifyAdapter {
  return new FastifyAdapter({
    // an id of any length is for the id pipe to refuse, not for the router in a shape of its own
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_ADDRESS },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    trustProxy: env.TRUSTED_PROXIES?.split(',').map((cidr) => cidr.trim()) ?? false,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    skipMiddie: true,
  });
}
