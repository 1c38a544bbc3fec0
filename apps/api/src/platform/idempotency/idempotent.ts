import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { IdempotencyDocs } from './idempotency-header.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/**
 * A route that creates: with an `Idempotency-Key` the same request makes one object, however often it is sent.
 */
export function Idempotent() {
  return applyDecorators(UseInterceptors(IdempotencyInterceptor), IdempotencyDocs());
}
