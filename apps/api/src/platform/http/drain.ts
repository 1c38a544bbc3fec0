import type { FastifyInstance } from 'fastify';

/**
 * Lets a shutdown end: without this, a connection whose request was in hand when the server closed stays open,
 * idle, until the client's keep-alive runs out (a minute and more), and the process with it.
 */
export function endConnectionsOnClose(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
}
