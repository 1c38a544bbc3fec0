import type { AdminTicket } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { presentSummary, type TicketRow } from '../tickets/index.js';
import type { UserRefs } from '../users/index.js';

export function presentAdminTicket(actor: Actor, row: TicketRow, people: UserRefs): AdminTicket {
  return {
    ...presentSummary(actor, row, people),
    description: row.description,
    admin_feedback: row.adminFeedback,
    first_response_at: iso(row.firstResponseAt),
    closed_at: iso(row.closedAt),
    deleted_at: iso(row.deletedAt),
    rating_score: scoreOf(row),
  };
}

/** Of the latest resolution: the ticket keeps the newest score when it is reopened. */
export function scoreOf({ isRated, score }: Pick<TicketRow, 'isRated' | 'score'>): number | null {
  return isRated ? score : null;
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
