import type { FastifyInstance } from 'fastify';
import type { Log } from './log.js';
import { requestContext } from './request-context.js';

/** Gives each request its context, an `X-Request-Id` on the answer, and one line in the log when it is done. */
export function registerAccessLog(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    const route = request.routeOptions.url ?? 'unmatched';
    requestContext.run({ requestId: request.id, method: request.method, route }, done);
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    log.info('request', { status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 });
    done();
  });
}
