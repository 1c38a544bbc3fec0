import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './if-match.js';

/** Sets headers that follow from what the handler returns. */
export function headersFrom<Answer>(headers: (answer: Answer) => Record<string, string>): NestInterceptor {
  return {
    intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Answer> {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      return next.handle().pipe(
        map((answer) => {
          void reply.headers(headers(answer));
          return answer;
        }),
      );
    },
  };
}

const TAG = headersFrom(({ version }: { version: number }) => ({ ETag: etagOf(version) }));

/** Answers with the version of what it returns as `ETag`, to be sent back as `If-Match`. */
export const VersionTag = () => UseInterceptors(TAG);
