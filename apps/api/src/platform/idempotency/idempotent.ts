import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { IdempotencyDocs } from './idempotency-header.js';
import { IdempotencyInterceptor, KEPT_WITHOUT } from './idempotency.interceptor.js';

/**
 * A route that creates: with an `Idempotency-Key` the same request makes one object, however often it is sent.
 * @param keptWithout fields of the answer that are shown once and not kept: null when the answer is given again
 */
export function Idempotent({ keptWithout = [] }: { keptWithout?: string[] } = {}) {
  return applyDecorators(
    SetMetadata(KEPT_WITHOUT, keptWithout),
    UseInterceptors(IdempotencyInterceptor),
    IdempotencyDocs(),
  );
}
