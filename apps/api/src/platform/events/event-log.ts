import { Injectable } from '@nestjs/common';
import type { AuditModel } from '@ticketing/contracts';
import { commitHooks } from '../database/commit-hooks.js';
import { rowsIn, type Tx } from '../database/database.js';
import { named } from '../database/statement.js';
import { EventBell } from './event-bell.js';

/** Something that happened, in the past tense. Features export functions that make them. */
export interface DomainEvent {
  /** `ticket.resolved`, `user.registered`, ... */
  type: string;
  ticketId: number | null;
  /** Null for the system. */
  actorId: number | null;
  /** What it happened to, for the audit log. Left out: nothing that admins manage. */
  object?: { model: AuditModel; id: number };
  /** True hides it from everybody who may not see internal notes. */
  isInternal?: boolean;
  data?: object;
}

const APPEND = named<{ id: number }>(
  'events.append',
  `insert into events (type, ticket_id, actor_id, is_internal, data, object_model, object_id)
   values ($1, $2, $3, $4, $5, $6, $7) returning id::int`,
);

const APPEND_ALL = named(
  'events.append-all',
  `insert into events (type, ticket_id, actor_id, is_internal, data, object_model, object_id)
   select n.type, n.ticket_id, n.actor_id, n.is_internal, n.data, n.object_model, n.object_id
     from rows from (jsonb_to_recordset($1) as (type text, ticket_id int, actor_id int, is_internal boolean,
       data jsonb, object_model text, object_id int)) with ordinality n
    order by n.ordinality`,
);

/** The spine. Appending takes a `Tx`: what is not committed did not happen. */
@Injectable()
export class EventLog {
  constructor(private readonly bell: EventBell) {}

  /** @returns the id of the event */
  async append(
    tx: Tx,
    { type, ticketId, actorId, isInternal = false, data = {}, object }: DomainEvent,
  ): Promise<number> {
    const about = [object?.model ?? null, object?.id ?? null];
    const [row] = await rowsIn(tx, APPEND, [
      type,
      ticketId,
      actorId,
      isInternal,
      JSON.stringify(data),
      ...about,
    ]);
    commitHooks.after(tx, this.bell.ring);
    return row!.id;
  }

  /** Many at once, in this order. */
  async appendAll(tx: Tx, events: DomainEvent[]): Promise<void> {
    const rows = events.map(({ type, ticketId, actorId, isInternal = false, data = {}, object }) => ({
      type,
      ticket_id: ticketId,
      actor_id: actorId,
      is_internal: isInternal,
      data,
      object_model: object?.model ?? null,
      object_id: object?.id ?? null,
    }));
    await rowsIn(tx, APPEND_ALL, [JSON.stringify(rows)]);
    commitHooks.after(tx, this.bell.ring);
  }
}
