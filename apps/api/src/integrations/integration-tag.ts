import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { IntegrationView } from '@ticketing/contracts';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from '../platform/http/if-match.js';

const TAG: NestInterceptor = {
  intercept(context: ExecutionContext, next: CallHandler<IntegrationView>): Observable<IntegrationView> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((integration) => {
        void reply.header('ETag', etagOf(integration.version));
        return integration;
      }),
    );
  },
};

/** Answers with the integration's version as `ETag`, to be sent back as `If-Match`. */
export const IntegrationTag = () => UseInterceptors(TAG);
