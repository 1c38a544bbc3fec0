import { Injectable } from '@nestjs/common';
import type { NotificationPreference, Role, TicketStatus } from '@ticketing/contracts';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import type { AudienceFacts } from './audience.js';

/** A ticket as far as it decides who is told, and what mails say of it. */
export interface ToldTicket extends AudienceFacts {
  id: number;
  userId: number;
  status: TicketStatus;
  title: string;
  description: string;
  category: string;
  priority: string;
  publicCommentCount: number;
  internalCommentCount: number;
  /** The event that everything about the ticket follows. */
  firstEventId: string;
}

/** Somebody who may be told, now. */
export interface Reader {
  id: number;
  role: Role;
  isActive: boolean;
  email: string;
  firstName: string;
  hasMuted: boolean;
  /** The address is not proven, and more than three tickets an hour were opened for it: it may be a stranger's. */
  isFlooded: boolean;
  /** Cells of the matrix that differ from the default. */
  preferences: NotificationPreference[];
}

const ACTIVE_ADMINS = `select id from users where role = 'admin' and is_active`;

/** Nothing for a deleted ticket: of that nobody is told. */
const TICKET = named<ToldTicket>(
  'notifications.told-ticket',
  `select t.id, t.user_id as "userId", t.user_id as "requesterId", t.status, t.title, t.description, t.category,
          t.priority::text, t.public_comment_count as "publicCommentCount",
          t.internal_comment_count as "internalCommentCount",
          (${ACTIVE_ADMINS} and id = t.assigned_to_id) as "assigneeId",
          array(${ACTIVE_ADMINS} order by id) as "adminIds",
          array(${ACTIVE_ADMINS} and id in (select author_id from ticket_comments where ticket_id = t.id and deleted_at is null) order by id)
            as "writingAdminIds",
          (select min(id)::text from events where ticket_id = t.id) as "firstEventId"
     from tickets t where t.id = $1 and t.deleted_at is null`,
);

const READER = named<Reader>(
  'notifications.reader',
  `select u.id, u.role, u.is_active as "isActive", u.email, u.first_name as "firstName",
          exists (select 1 from ticket_mutes m where m.ticket_id = $2 and m.user_id = u.id) as "hasMuted",
          u.email_verified_at is null and coalesce((select t.created_at from tickets t where t.user_id = u.id
            order by t.id desc offset 3 limit 1) > now() - interval '1 hour', false) as "isFlooded",
          coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'channel', p.channel, 'enabled', p.enabled))
             from notification_preferences p where p.user_id = u.id), '[]') as preferences
     from users u where u.id = $1`,
);

const COMMENTS = named<{ id: number }>(
  'notifications.comments-there',
  `select id from ticket_comments where id = any($1::int[]) and deleted_at is null`,
);

/** What decides who is told of what, as it is now. */
@Injectable()
export class AudienceRepository {
  constructor(private readonly database: Database) {}

  /** Undefined for a deleted ticket. */
  async ticket(id: number): Promise<ToldTicket | undefined> {
    const [ticket] = await this.database.rows(TICKET, [id]);
    return ticket;
  }

  async reader(id: number, ticketId: number): Promise<Reader | undefined> {
    const [reader] = await this.database.rows(READER, [id, ticketId]);
    return reader;
  }

  /** Those of the comments that are not deleted. */
  async commentsThere(ids: number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    return new Set((await this.database.rows(COMMENTS, [ids])).map(({ id }) => id));
  }
}
