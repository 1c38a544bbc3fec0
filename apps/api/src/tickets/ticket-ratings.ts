import type { Rating } from '@ticketing/contracts';
import type { TicketRow } from './ticket-columns.js';

/** What a ticket's page needs from the ratings. The ratings module provides it, as comments do `TicketConversation`. */
export abstract class TicketRatings {
  /** What the requester said of the latest resolution; null when nothing yet. */
  abstract latest(ticket: Pick<TicketRow, 'id' | 'resolutionCount' | 'isRated'>): Promise<Rating | null>;
}
