import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { TicketView } from '@ticketing/contracts';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './if-match.js';

/** Sets headers that follow from the ticket which the handler returns. */
function headersFrom(headers: (ticket: TicketView) => Record<string, string>): NestInterceptor {
  return {
    intercept(context: ExecutionContext, next: CallHandler<TicketView>): Observable<TicketView> {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      return next.handle().pipe(
        map((ticket) => {
          void reply.headers(headers(ticket));
          return ticket;
        }),
      );
    },
  };
}

const TAG = headersFrom(({ version }) => ({ ETag: etagOf(version) }));
const ADDRESS = headersFrom(({ id }) => ({ Location: `/api/tickets/${id}/` }));

/** Answers with the ticket's version as `ETag`, to be sent back as `If-Match`. */
export const TicketTag = () => UseInterceptors(TAG);

/** Answers with the new ticket's address as `Location`. */
export const TicketAddress = () => UseInterceptors(ADDRESS);
