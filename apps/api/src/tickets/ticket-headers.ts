import { UseInterceptors } from '@nestjs/common';
import type { TicketView } from '@ticketing/contracts';
import { headersFrom } from '../platform/http/answer-headers.js';

const ADDRESS = headersFrom(({ id }: TicketView) => ({ Location: `/api/tickets/${id}/` }));

/** Answers with the new ticket's address as `Location`. */
export const TicketAddress = () => UseInterceptors(ADDRESS);
