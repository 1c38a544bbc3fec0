import type {
  CommentView,
  LatestComment,
  Page,
  Rating,
  TicketSummary,
  TicketView,
} from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { UserRefs } from '../users/index.js';
import type { SummaryRow, TicketRow } from './ticket-columns.js';
import { may, ticketAbilities, ticketPolicy } from './ticket.policy.js';
import { versionFor } from './ticket-version.js';

/** Everybody whom these rows mention. */
export function peopleOf(rows: SummaryRow[]): (number | null)[] {
  return rows.flatMap((row) => [row.userId, row.assignedToId, row.latestAuthorId]);
}

export function presentSummary(actor: Who, row: SummaryRow, people: UserRefs): TicketSummary {
  const seesInternal = may(ticketPolicy.comment_internally, actor, row);
  const seesTags = may(ticketPolicy.tag, actor, row);
  return {
    id: row.id,
    title: row.title,
    category: row.category,
    priority: row.priority,
    status: row.status,
    user: people.of(row.userId),
    assigned_to: people.ofNullable(row.assignedToId),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    resolved_at: iso(row.resolvedAt),
    comment_count: row.publicCommentCount + (seesInternal ? row.internalCommentCount : 0),
    latest_comment: presentLatest(row, people),
    tags: seesTags ? row.tags : [],
    version: versionFor(actor, row),
    can: ticketAbilities(actor, row),
  };
}

export function presentTicket(
  actor: Who,
  row: TicketRow,
  people: UserRefs,
  comments: Page<CommentView>,
  rating: Rating | null,
): TicketView {
  return {
    ...presentSummary(actor, row, people),
    description: row.description,
    admin_feedback: row.adminFeedback,
    first_response_at: iso(row.firstResponseAt),
    closed_at: iso(row.closedAt),
    rating,
    comments,
    timeline: `/api/tickets/${row.id}/timeline/`,
  };
}

function presentLatest(row: SummaryRow, people: UserRefs): LatestComment | null {
  if (row.latestAuthorId === null) return null;
  return {
    author: people.of(row.latestAuthorId),
    excerpt: row.latestExcerpt ?? '',
    is_internal: row.latestIsInternal ?? false,
    created_at: row.latestCreatedAt!.toISOString(),
  };
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
