import type { FastifyInstance } from 'fastify';

const KIB = 1024;

/** Nobody signs in with more, and before that nobody is known: the first matching line counts. */
const LIMITS: [prefix: string, bytes: number][] = [
  ['/api/auth', 8 * KIB],
  ['/api/client_logs', 16 * KIB],
  ['/api/ratings', 16 * KIB],
  ['/api', 256 * KIB],
];

/** Gives each route its own limit; Fastify answers 413 before it has read more. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const limit = LIMITS.find(([prefix]) => route.url.startsWith(prefix));
    if (limit) route.bodyLimit = limit[1];
  });
}
