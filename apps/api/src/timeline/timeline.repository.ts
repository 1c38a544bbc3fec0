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

const listOf = (name: string, visible: string) =>
  named<TimelineRow>(
    `timeline.list-${name}`,
    `select id::int, type, actor_id as "actorId", is_internal as "isInternal", data, created_at as "createdAt"
       from events where ticket_id = $1 and id < $2 ${visible} order by id desc limit $3`,
  );

const LIST = { all: listOf('all', ''), public: listOf('public', 'and not is_internal') };

/** Reads a ticket's history from the spine. */
@Injectable()
export class TimelineRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, from the one before `beforeId`. */
  list(sight: keyof typeof LIST, ticketId: number, beforeId: number, limit: number): Promise<TimelineRow[]> {
    return this.database.rows(LIST[sight], [ticketId, beforeId, limit]);
  }
}
