import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { SELECT_ALL } from './ticket-columns.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket among those that wait, in the order of their resolution. */
export type Waiting = Pick<TicketEntity, 'id'> & { resolvedAt: Date };

/** The condition of the index `tickets_resolved`. */
const RESOLVED = `t.status = 'resolved' and t.deleted_at is null`;
/** $1: resolved by then. */
const UNWARNED = `${RESOLVED} and t.resolved_at <= $1 and t.closing_soon_at is null`;
/** $2: warned by then; null: never mind. */
const OVERDUE = `${RESOLVED} and t.resolved_at <= $1 and ($2::timestamptz is null or t.closing_soon_at <= $2)`;

const BATCH = 100;

const listOf = (name: string, condition: string, [at, id]: [string, string]) =>
  named<Waiting>(
    `tickets.list-${name}`,
    `select t.id, t.resolved_at as "resolvedAt" from tickets t
      where ${condition} and (t.resolved_at, t.id) > (${at}, ${id}) order by t.resolved_at, t.id limit ${BATCH}`,
  );

/** Asks again under the lock, and waits for nobody: whoever holds the row is about to change it. */
const takeOf = (name: string, condition: string, id: string) =>
  named<TicketEntity>(
    `tickets.take-${name}`,
    `select ${SELECT_ALL} from tickets t where t.id = ${id} and ${condition} for update of t skip locked`,
  );

const LIST_UNWARNED = listOf('unwarned', UNWARNED, ['$2', '$3']);
const TAKE_UNWARNED = takeOf('unwarned', UNWARNED, '$2');
const LIST_OVERDUE = listOf('overdue', OVERDUE, ['$3', '$4']);
const TAKE_OVERDUE = takeOf('overdue', OVERDUE, '$3');

/** Before every moment. */
export const FIRST: Waiting = { id: 0, resolvedAt: new Date(0) };

/** Resolved tickets that wait for their warning or their end: those that were resolved first come first. */
@Injectable()
export class ResolvedTicketsRepository {
  constructor(private readonly database: Database) {}

  listUnwarned(resolvedBy: Date, after: Waiting): Promise<Waiting[]> {
    return this.database.rows(LIST_UNWARNED, [resolvedBy, after.resolvedAt, after.id]);
  }

  /** Undefined when it is none any more, or in other hands. */
  takeUnwarned(tx: Tx, id: number, resolvedBy: Date): Promise<TicketEntity | undefined> {
    return taken(rowsIn(tx, TAKE_UNWARNED, [resolvedBy, id]));
  }

  listOverdue(resolvedBy: Date, warnedBy: Date | null, after: Waiting): Promise<Waiting[]> {
    return this.database.rows(LIST_OVERDUE, [resolvedBy, warnedBy, after.resolvedAt, after.id]);
  }

  /** Undefined when it is none any more, or in other hands. */
  takeOverdue(
    tx: Tx,
    id: number,
    resolvedBy: Date,
    warnedBy: Date | null,
  ): Promise<TicketEntity | undefined> {
    return taken(rowsIn(tx, TAKE_OVERDUE, [resolvedBy, warnedBy, id]));
  }
}

async function taken(rows: Promise<TicketEntity[]>): Promise<TicketEntity | undefined> {
  const [row] = await rows;
  return row && Object.assign(new TicketEntity(), row);
}
