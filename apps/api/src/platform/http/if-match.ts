import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalidInput, staleVersion } from './problem.js';

/** Versions that the caller accepts; undefined when they did not say. */
export type VersionCheck = number[] | undefined;

/** The strong `ETag` of a version. */
export const etagOf = (version: number) => `"${version}"`;

/**
 * Reads an `If-Match` header (RFC 9110, 13.1.1): `"3"`, a list of them, or `*`. A tag that a proxy made weak on
 * its way (`W/"3"`, as nginx does when it compresses) counts as what it was.
 * @throws ProblemError 400 when it is malformed
 */
export function parseIfMatch(header: string | undefined): VersionCheck {
  if (header === undefined || header.trim() === '*') return undefined;
  return header.split(',').map((tag) => {
    const version = /^\s*(?:W\/)?"(\d{1,10})"\s*$/.exec(tag)?.[1];
    if (version === undefined)
      throw invalidInput([{ pointer: 'If-Match', detail: 'Send the ETag as it was given.' }]);
    return Number(version);
  });
}

/** @throws ProblemError 412 */
export function requireVersion(accepted: VersionCheck, current: number): void {
  if (accepted !== undefined && !accepted.includes(current)) throw staleVersion();
}

/** The `If-Match` header of the request. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** What Swagger says about it. */
export const IfMatchHeader = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'ETag of the version that the change is based on.',
  });
