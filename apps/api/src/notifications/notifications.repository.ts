import { Injectable } from '@nestjs/common';
import { type NotificationKind, UNREAD_COUNT_MAX } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { Bindings, visibleTo } from '../tickets/index.js';
import { ADMIN_KINDS } from './notification-matrix.js';

/** A line in the bell with the event that it tells of. */
export interface NotificationRow {
  id: number;
  kind: NotificationKind;
  ticketId: number;
  title: string;
  actorId: number | null;
  data: object;
  /** The comment that it is about, if it is. */
  commentId: number | null;
  /** Its beginning; null also when it is deleted. */
  comment: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** Long enough for an excerpt after white space is folded. */
const EXCERPT_SOURCE = 400;

/** Read ones are kept for so long. */
const KEPT = `interval '90 days'`;
const BATCH = 1_000;

const SOURCE = `notifications n join tickets t on t.id = n.ticket_id join events e on e.id = n.event_id`;
const COLUMNS = `n.id, n.kind, n.ticket_id as "ticketId", t.title, e.actor_id as "actorId", e.data,
  n.created_at as "createdAt", n.read_at as "readAt",
  case e.type when 'comment.added' then (e.data->>'comment_id')::int end as "commentId",
  (select left(c.content, ${EXCERPT_SOURCE}) from ticket_comments c
    where e.type = 'comment.added' and c.id = (e.data->>'comment_id')::int and c.is_internal = e.is_internal
      and c.deleted_at is null) as comment`;

/**
 * What of somebody's notifications they may still see. They were allowed to when the line was written; but admins
 * become users, and tickets get deleted.
 */
function stillVisible(actor: Who, bindings: Bindings): string {
  const own = `n.user_id = ${bindings.bind(actor.id)} and ${visibleTo(actor, bindings)}`;
  if (actor.role === 'admin') return own;
  const kinds = ADMIN_KINDS.map((kind) => `'${kind}'`).join(', ');
  return `${own} and not e.is_internal and n.kind not in (${kinds})`;
}

const INSERT = named<{ id: number }>(
  'notifications.insert',
  `insert into notifications (user_id, event_id, ticket_id, kind) values ($1, $2, $3, $4)
   on conflict (event_id, user_id) do nothing returning id`,
);

const FORGET = named<{ id: number }>(
  'notifications.forget-old',
  `delete from notifications where id in
     (select id from notifications where read_at < now() - ${KEPT} order by read_at limit ${BATCH}) returning id`,
);

/** All SQL about lines in the bell. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, from the one before `beforeId`. */
  list(actor: Who, onlyUnread: boolean, beforeId: number, limit: number): Promise<NotificationRow[]> {
    const bindings = new Bindings();
    const unread = onlyUnread ? 'and n.read_at is null' : '';
    const text = `select ${COLUMNS} from ${SOURCE}
      where ${stillVisible(actor, bindings)} ${unread} and n.id < ${bindings.bind(beforeId)}
      order by n.id desc limit ${bindings.bind(limit)}`;
    const name = `notifications.list-${onlyUnread ? 'unread-' : ''}as-${actor.role}`;
    return this.database.rows(named<NotificationRow>(name, text), bindings.values);
  }

  /** Exact up to `UNREAD_COUNT_MAX`, where it stops. */
  async countUnread(actor: Who): Promise<number> {
    const bindings = new Bindings();
    const text = `select count(*)::int as count from (
      select 1 from ${SOURCE} where ${stillVisible(actor, bindings)} and n.read_at is null
       limit ${UNREAD_COUNT_MAX}) unread`;
    const statement = named<{ count: number }>(`notifications.count-as-${actor.role}`, text);
    const [row] = await this.database.rows(statement, bindings.values);
    return row!.count;
  }

  /** The first time counts. @returns false when there is none that the actor may see */
  async markRead(tx: Tx, actor: Who, id: number): Promise<boolean> {
    const bindings = new Bindings();
    const text = `update notifications set read_at = coalesce(notifications.read_at, now()) where id =
      (select n.id from ${SOURCE} where ${stillVisible(actor, bindings)} and n.id = ${bindings.bind(id)})
      returning id`;
    const rows = await rowsIn(tx, named(`notifications.mark-as-${actor.role}`, text), bindings.values);
    return rows.length === 1;
  }

  /** Also those that the actor does not see any more: they would come back unread with the rights. */
  async markAllRead(tx: Tx, userId: number, upToId: number): Promise<void> {
    const statement = named(
      'notifications.mark-all',
      `update notifications set read_at = now() where user_id = $1 and id <= $2 and read_at is null`,
    );
    await rowsIn(tx, statement, [userId, upToId]);
  }

  /** Everything about a ticket, also what the person does not see any more. */
  async markTicketRead(tx: Tx, userId: number, ticketId: number): Promise<void> {
    const statement = named(
      'notifications.mark-ticket',
      `update notifications set read_at = now() where user_id = $1 and ticket_id = $2 and read_at is null`,
    );
    await rowsIn(tx, statement, [userId, ticketId]);
  }

  /** @returns undefined when the person has been told of the event already */
  async insert(
    tx: Tx,
    line: { userId: number; eventId: number; ticketId: number; kind: NotificationKind },
  ): Promise<number | undefined> {
    const [row] = await rowsIn(tx, INSERT, [line.userId, line.eventId, line.ticketId, line.kind]);
    return row?.id;
  }

  /** A batch of what was read long ago. @returns whether there may be more */
  async forgetOld(): Promise<boolean> {
    return (await this.database.rows(FORGET)).length === BATCH;
  }
}
