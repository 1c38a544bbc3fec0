import type { TagRef } from '@ticketing/contracts';
import type { TicketEntity } from './ticket.entity.js';

/** Column of each field that statements read: one list, so that none is forgotten. */
const SUMMARY_COLUMNS = {
  id: 'id',
  userId: 'user_id',
  assignedToId: 'assigned_to_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  resolvedAt: 'resolved_at',
  firstResponseAt: 'first_response_at',
  ratedAt: 'rated_at',
  version: 'version',
  internalVersion: 'internal_version',
  publicCommentCount: 'public_comment_count',
  internalCommentCount: 'internal_comment_count',
  status: 'status',
  priority: 'priority',
  category: 'category',
  title: 'title',
  resolutionCount: 'resolution_count',
  isRated: 'is_rated',
} as const satisfies Partial<Record<keyof TicketEntity, string>>;

const ALL_COLUMNS = {
  ...SUMMARY_COLUMNS,
  closedAt: 'closed_at',
  score: 'score',
  deletedAt: 'deleted_at',
  closingSoonAt: 'closing_soon_at',
  description: 'description',
  adminFeedback: 'admin_feedback',
} as const satisfies Partial<Record<keyof TicketEntity, string>>;

const select = (columns: Record<string, string>) =>
  Object.entries(columns)
    .map(([field, column]) => `t.${column} as "${field}"`)
    .join(', ');

export const SELECT_SUMMARY = select(SUMMARY_COLUMNS);
export const SELECT_ALL = select(ALL_COLUMNS);

/** The newest comment that the reader may see, flat as SQL gives it; all null when there is none. */
export interface LatestCommentColumns {
  latestAuthorId: number | null;
  latestExcerpt: string | null;
  latestIsInternal: boolean | null;
  latestCreatedAt: Date | null;
}

/** What the reader may see of the ticket's tags, by name. */
export interface TagsColumn {
  tags: TagRef[];
}

export type Joined = LatestCommentColumns & TagsColumn;
export type SummaryRow = Pick<TicketEntity, keyof typeof SUMMARY_COLUMNS> & Joined;
/** All that a ticket is, without what is said about it. */
export type WholeTicket = Pick<TicketEntity, keyof typeof ALL_COLUMNS>;
export type TicketRow = WholeTicket & Joined;

export const SELECT_LATEST = `c.author_id as "latestAuthorId", c.excerpt as "latestExcerpt",
  c.is_internal as "latestIsInternal", c.created_at as "latestCreatedAt"`;

/** The column `tags`. Tags are not looked at unless the reader may see them. */
export function selectTags(seesTags: boolean): string {
  if (!seesTags) return `'[]'::json as tags`;
  return `coalesce((
    select json_agg(json_build_object('id', own.id, 'name', own.name, 'color', own.color) order by own.name_key)
      from ticket_tags of_ticket join tags own on own.id = of_ticket.tag_id
     where of_ticket.ticket_id = t.id and own.deleted_at is null), '[]') as tags`;
}

/** Long enough for the excerpt's 140 characters after white space is folded. */
const EXCERPT_SOURCE = 400;

/** The join behind `SELECT_LATEST`. Internal notes are not looked at unless the reader may see them. */
export function joinLatestComment(seesInternal: boolean): string {
  const visible = seesInternal ? '' : 'and not is_internal';
  return `left join lateral (
    select author_id, is_internal, created_at,
           left(trim(regexp_replace(left(content, ${EXCERPT_SOURCE}), '\\s+', ' ', 'g')), 140) as excerpt
      from ticket_comments where ticket_id = t.id and deleted_at is null ${visible} order by id desc limit 1) c on true`;
}
