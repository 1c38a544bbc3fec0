import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { DOCS_POLICIES } from './docs-trusted-types.js';
import type { Env } from '../config/env.js';

/** The headers of every answer: pages, files, JSON and errors alike. */
export async function registerSecurityHeaders(fastify: FastifyInstance, env: Readonly<Env>): Promise<void> {
  const isHttps = env.publicUrl.startsWith('https:');
  await fastify.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // components bring their styles as <style> elements; scripts are what matters
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        // Angular's own policies; everything else that writes markup or scripts is stopped
        trustedTypes: ['angular', 'angular#bundler'],
      },
    },
    hsts: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
  });
  fastify.addHook('onSend', async ({ url }, reply) => {
    if (!url.startsWith('/api')) return;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (url.startsWith('/api/docs')) allowDocsPolicies(reply);
  });
}

/** The page of Swagger UI has other Trusted Types policies than the web app, and is otherwise as strict. */
function allowDocsPolicies(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  void reply.header('content-security-policy', policy.replace(/trusted-types [^;]*/, DOCS_POLICIES));
}
