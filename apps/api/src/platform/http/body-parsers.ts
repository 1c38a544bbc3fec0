import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { parseJsonBody } from './json-body.js';
import { unsupportedMediaType } from './problem.js';

/** A mail as it is (RFC 5322). */
export const MAIL_TYPE = 'message/rfc822';

/** Marks the route that takes a mail. It reads the stream itself, once it is known who sends it. */
export const TakesMail = () => RouteConfig({ takesMail: true });

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

/** Raw mails, on the routes that say so; on all others they are 415 like anything that is not JSON. */
export function acceptMails(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(MAIL_TYPE, (request, payload, done) => {
    const { takesMail } = request.routeOptions.config as FastifyContextConfig & { takesMail?: boolean };
    if (takesMail) done(null, payload);
    else done(unsupportedMediaType('The body must be JSON.'));
  });
}
