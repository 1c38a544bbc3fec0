import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { malformedKey } from './idempotency.problems.js';

/** The key that a request names; undefined when it names none. @throws ProblemError 400 when it is malformed */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw malformedKey();
  return key;
}

/** The `Idempotency-Key` header of the request. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** What Swagger says about the header. */
export function IdempotencyDocs() {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Any text of up to 200 characters, new for each thing to create. The same key and body get the first ' +
        'answer again (with `Idempotency-Replayed: true`), for 24 hours.',
    }),
    ApiResponse({
      status: 422,
      description: 'The `Idempotency-Key` was used for another body.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    }),
  );
}
