import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

const FOLDER = '/api/docs-assets';

/** Scripts of the page of Swagger UI that must be there before its own. */
export const DOCS_SCRIPTS = [`${FOLDER}/purify.js`, `${FOLDER}/trusted-types.js`];

/** Policies that the page may make: DOMPurify's (twice: Swagger UI brings its own copy) and the default one. */
export const DOCS_POLICIES = "trusted-types default dompurify 'allow-duplicates'";

/**
 * Swagger UI writes markup as text, which Trusted Types refuse. The default policy lets every such text through
 * DOMPurify, so that the page works and what it shows is still clean.
 */
const DEFAULT_POLICY = `
const clean = (html) => DOMPurify.sanitize(html, { USE_PROFILES: { html: true, svg: true } });
globalThis.trustedTypes?.createPolicy('default', { createHTML: clean });
`;

/** Serves the scripts of `DOCS_SCRIPTS`. */
export function serveDocsScripts(fastify: FastifyInstance): void {
  const purify = readFileSync(createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js'));
  const scripts = [purify, DEFAULT_POLICY];
  DOCS_SCRIPTS.forEach((address, i) => {
    fastify.get(address, { schema: { hide: true } as object }, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(scripts[i]),
    );
  });
}
