import { Injectable } from '@nestjs/common';
import { TICKET_EVENT_TYPES, type TicketStatus } from '@ticketing/contracts';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';

/** How many events are read at once, and how many are kept for those who come back. */
export const MOST_EVENTS = 500;

/** Types that are told: what a ticket's history shows. Whatever else is written about a ticket stays untold. */
const TOLD = TICKET_EVENT_TYPES.map((type) => `'${type}'`).join(', ');

/** One event with what decides who may hear of it. */
export interface HeardRow {
  /** As text: bigint. */
  position: string;
  type: string;
  /** Null when the event is not told as one about a ticket. */
  ticketId: number | null;
  isInternal: boolean;
  /** Whose bell rings. */
  bellOf: number | null;
  isRecent: boolean;
  userId: number;
  status: TicketStatus;
  isDeleted: boolean;
}

const COLUMNS = `e.position::text, e.type, t.id as "ticketId", e.is_internal as "isInternal",
  case e.type when 'notification.created' then (e.data ->> 'user_id')::int end as "bellOf",
  e.created_at > now() - interval '1 day' as "isRecent",
  t.user_id as "userId", t.status, t.deleted_at is not null as "isDeleted"`;
const SOURCE = `events e left join tickets t on t.id = e.ticket_id and e.type in (${TOLD})`;

const AFTER = named<HeardRow>(
  'live.after',
  `select ${COLUMNS} from ${SOURCE} where e.position > $1 order by e.position limit ${MOST_EVENTS}`,
);

const LATEST = named<HeardRow>(
  'live.latest',
  `select ${COLUMNS} from ${SOURCE} where e.position is not null order by e.position desc limit ${MOST_EVENTS}`,
);

/** Reads the spine for streams: one statement for all of them, whoever they are. */
@Injectable()
export class LiveRepository {
  constructor(private readonly database: Database) {}

  /** The next events behind a position, in order. */
  after(position: number): Promise<HeardRow[]> {
    return this.database.rows(AFTER, [position]);
  }

  /** The last events there are, in order. */
  async latest(): Promise<HeardRow[]> {
    return (await this.database.rows(LATEST)).reverse();
  }
}
