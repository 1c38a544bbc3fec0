import type { NotificationKind, NotificationView } from '@ticketing/contracts';
import type { ClosingSoonData } from '../tickets/index.js';
import type { UserRefs } from '../users/index.js';
import { newValue } from './audience.js';
import type { NotificationRow } from './notifications.repository.js';

const LONGEST_EXCERPT = 140;

/** A line in the bell. */
export function presentNotification(row: NotificationRow, people: UserRefs): NotificationView {
  return {
    id: row.id,
    kind: row.kind,
    ticket: { id: row.ticketId, title: row.title },
    actor: people.ofNullable(row.actorId),
    excerpt: excerptOf(row),
    comment_id: row.commentId,
    created_at: row.createdAt.toISOString(),
    read_at: row.readAt?.toISOString() ?? null,
  };
}

type Excerpt = (row: NotificationRow) => string | null;
const comment: Excerpt = (row) => row.comment;

const EXCERPTS: Partial<Record<NotificationKind, Excerpt>> = {
  comment_added: comment,
  note_added: comment,
  status_changed: (row) => newValue(row, 'status'),
  closing_soon: ({ data }) => (data as ClosingSoonData).closes_at,
  feedback_given: (row) => newValue(row, 'admin_feedback'),
};

/** The first 140 code points, on one line. */
function excerptOf(row: NotificationRow): string | null {
  const text = EXCERPTS[row.kind]?.(row);
  if (text === null || text === undefined) return null;
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_EXCERPT).join('');
}
