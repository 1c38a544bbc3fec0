import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_S = 31_536_000;
/** Angular puts a content hash into the names of files that never change again. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/**
 * Serves the built web app: its files as they are, `index.html` for every other address outside `/api`, which
 * the app's own router then reads.
 */
export async function serveWebApp(fastify: FastifyInstance, root: string): Promise<void> {
  const files = await filesBelow(root);
  await fastify.register(fastifyStatic, { root, serve: false, cacheControl: false });
  fastify.get('/*', { schema: { hide: true } as object }, (request, reply) => {
    const { '*': path } = request.params as { '*': string };
    if (files.has(path)) return sendFile(reply, path);
    return isPage(path) ? sendFile(reply, 'index.html') : reply.callNotFound();
  });
}

/** Endings of a build's files; the tokens in mailed links have dots, too. */
const FILE = /\.(js|css|map|json|webmanifest|svg|png|ico|woff2|txt|html)$/;

/** A file that is gone (an old build's script) must be a 404: a page in its place is a puzzling error. */
function isPage(path: string): boolean {
  const isApi = path === 'api' || path.startsWith('api/');
  return !isApi && !FILE.test(path);
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const forever = HASHED.test(path) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';
  return reply.header('cache-control', forever).sendFile(path);
}

async function filesBelow(root: string): Promise<Set<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((file) => relative(root, join(file.parentPath, file.name)).split(sep).join('/')));
}
