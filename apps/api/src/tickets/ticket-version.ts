import type { Who } from '../platform/access/actor.js';
import { may, ticketPolicy } from './ticket.policy.js';
import type { TicketEntity } from './ticket.entity.js';

/**
 * The version as the actor sees it: changes of tags count for those who see tags. For requesters nothing has happened,
 * so that neither their `ETag` nor their `If-Match` tells of it.
 */
export function versionFor(
  actor: Who,
  ticket: Pick<TicketEntity, 'userId' | 'status' | 'version' | 'internalVersion'>,
): number {
  return ticket.version + (may(ticketPolicy.tag, actor, ticket) ? ticket.internalVersion : 0);
}
