import { Injectable } from '@nestjs/common';
import type { TicketEventType } from '@ticketing/contracts';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';

export interface TimelineRow {
  id: number;
  type: TicketEventType;
  actorId: number | null;
  isInternal: boolean;
  data: object;
  createdAt: Date;
}

/** That somebody changed or deleted a comment is for admins: others see the comment as it is, or not at all. */
export const MODERATION_EVENTS: readonly TicketEventType[] = [
  'comment.edited',
  'comment.deleted',
  'comment.restored',
];

const quoted = (types: readonly string[]) => types.map((type) => `'${type}'`).join(', ');

/** A deleted comment was never added. A scalar query, because no plan can turn it into a scan of all comments. */
const IS_THERE = `coalesce((select c.deleted_at is null from ticket_comments c
  where e.type = 'comment.added' and c.id = (e.data ->> 'comment_id')::int), true)`;

const listOf = (name: string, visible: string) =>
  named<TimelineRow>(
    `timeline.list-${name}`,
    `select id::int, type, actor_id as "actorId", is_internal as "isInternal", data, created_at as "createdAt"
       from events e where ticket_id = $1 and id < $2 and ${IS_THERE} ${visible} order by id desc limit $3`,
  );

const LIST = {
  all: listOf('all', ''),
  public: listOf('public', `and not is_internal and type not in (${quoted(MODERATION_EVENTS)})`),
};

/** Reads a ticket's history from the spine. */
@Injectable()
export class TimelineRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, from the one before `beforeId`. */
  list(sight: keyof typeof LIST, ticketId: number, beforeId: number, limit: number): Promise<TimelineRow[]> {
    return this.database.rows(LIST[sight], [ticketId, beforeId, limit]);
  }
}
