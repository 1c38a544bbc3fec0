import type { CommentView, Page } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { TicketRow } from './ticket-columns.js';

/**
 * What a ticket's page needs from the comments. Tickets know nothing of comments; the comments module
 * provides this (comments import tickets, never the other way round).
 */
export abstract class TicketConversation {
  /** The first comments that the actor may see, oldest first. */
  abstract firstPage(actor: Who, ticket: TicketRow): Promise<Page<CommentView>>;
}
