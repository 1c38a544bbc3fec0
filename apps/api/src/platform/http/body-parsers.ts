import type { FastifyInstance } from 'fastify';
import { parseJsonBody } from './json-body.js';

/**
 * JSON is the only body: forms and plain text, which a browser sends across sites without asking, get 415.
 */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
}
