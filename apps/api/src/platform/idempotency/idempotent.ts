import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/**
 * A route that creates: with an `Idempotency-Key` the same request makes one object, however often it is sent.
 */
export function Idempotent() {
  return applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
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
