import { Injectable } from '@nestjs/common';
import { rowsIn, type Tx } from '../database/database.js';
import { named } from '../database/statement.js';

/** Something that happened, in the past tense. Features export functions that make them. */
export interface DomainEvent {
  /** `ticket.resolved`, `user.registered`, ... */
  type: string;
  ticketId: number | null;
  /** Null for the system. */
  actorId: number | null;
  /** True hides it from everybody who may not see internal notes. */
  isInternal?: boolean;
  data?: object;
}

const APPEND = named<{ id: number }>(
  'events.append',
  `insert into events (type, ticket_id, actor_id, is_internal, data)
   values ($1, $2, $3, $4, $5) returning id::int`,
);

/** The spine. Appending takes a `Tx`: what is not committed did not happen. */
@Injectable()
export class EventLog {
  /** @returns the id of the event */
  async append(
    tx: Tx,
    { type, ticketId, actorId, isInternal = false, data = {} }: DomainEvent,
  ): Promise<number> {
    const [row] = await rowsIn(tx, APPEND, [type, ticketId, actorId, isInternal, JSON.stringify(data)]);
    return row!.id;
  }
}
