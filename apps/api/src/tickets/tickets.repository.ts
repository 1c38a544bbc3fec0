import { Injectable } from '@nestjs/common';
import type { TicketSort } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import {
  joinLatestComment,
  SELECT_ALL,
  SELECT_LATEST,
  selectTags,
  type SummaryRow,
  type TicketRow,
} from './ticket-columns.js';
import {
  countStatement,
  type ListRequest,
  type ListShape,
  listStatement,
  listStatementOf,
  type TicketFilter,
} from './ticket-list.statement.js';
import type { Among } from './ticket-sources.js';
import { TicketEntity } from './ticket.entity.js';
import { ticketNotFound } from './ticket.problems.js';
import { Bindings, visibleTo } from './visible-to.js';

export type NewTicket = Pick<TicketEntity, 'userId' | 'title' | 'description' | 'category' | 'priority'>;

const INSERT = named<{ id: number }>(
  'tickets.insert',
  `insert into tickets (user_id, title, description, category, priority, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $6) returning id`,
);

/** The version makes sure, once more, that nothing is written over what the lock did not see. */
const SAVE = named<{ id: number }>(
  'tickets.save',
  `update tickets set assigned_to_id = $3, updated_at = $4, resolved_at = $5, closed_at = $6, first_response_at = $7,
     deleted_at = $8, version = $9, public_comment_count = $10, internal_comment_count = $11, status = $12,
     priority = $13, category = $14, title = $15, description = $16, admin_feedback = $17,
     resolution_count = $18, is_rated = $19, closing_soon_at = $20, rated_at = $21,
     score = $22, internal_version = $23
   where id = $1 and version = $2 returning id`,
);

/** What changes of many tickets touch. */
const SAVE_ALL = named<{ id: number }>(
  'tickets.save-all',
  `update tickets t set assigned_to_id = n."assignedToId", updated_at = n."updatedAt", resolved_at = n."resolvedAt",
     closed_at = n."closedAt", deleted_at = n."deletedAt", closing_soon_at = n."closingSoonAt", version = n.version,
     status = n.status, priority = n.priority, category = n.category, admin_feedback = n."adminFeedback",
     resolution_count = n."resolutionCount", is_rated = n."isRated", internal_version = n."internalVersion"
   from jsonb_to_recordset($1) n (id int, "loadedVersion" int, "assignedToId" int, "updatedAt" timestamptz,
     "resolvedAt" timestamptz, "closedAt" timestamptz, "deletedAt" timestamptz, "closingSoonAt" timestamptz,
     version int, status text, priority ticket_priority, category text, "adminFeedback" text,
     "resolutionCount" int, "isRated" boolean, "internalVersion" int)
   where t.id = n.id and t.version = n."loadedVersion" returning t.id`,
);

const LOCK_ALL = named<TicketEntity>(
  'tickets.lock-all',
  `select ${SELECT_ALL} from tickets t where t.id = any($1) order by t.id for update of t`,
);

/** All SQL about tickets. */
@Injectable()
export class TicketsRepository {
  constructor(private readonly database: Database) {}

  list(actor: Who, request: ListRequest): Promise<SummaryRow[]> {
    const { statement, values } = listStatement(actor, request);
    return this.database.rows(statement, values);
  }

  /** The same tickets, with other columns. */
  listAs<Row extends object>(shape: ListShape<Row>, actor: Who, request: ListRequest): Promise<Row[]> {
    const { statement, values } = listStatementOf(shape, actor, request);
    return this.database.rows(statement, values);
  }

  /** Exact up to `LIMITS.exactTotal`, then one more. */
  async count(actor: Who, filter: TicketFilter, sort?: TicketSort, among?: Among): Promise<number> {
    const { statement, values } = countStatement(actor, filter, sort, among);
    const [row] = await this.database.rows(statement, values);
    return row!.count;
  }

  /** @throws ProblemError 404 when there is none that the actor may see */
  async getVisible(actor: Who, id: number): Promise<TicketRow> {
    const bindings = new Bindings();
    const isAdmin = actor.role === 'admin';
    const text = `select ${SELECT_ALL}, ${SELECT_LATEST}, ${selectTags(isAdmin)} from tickets t ${joinLatestComment(isAdmin)}
      where t.id = ${bindings.bind(id)} and ${visibleTo(actor, bindings)}`;
    const statement = named<TicketRow>(`tickets.read-as-${actor.role}`, text);
    const [row] = await this.database.rows(statement, bindings.values);
    if (!row) throw ticketNotFound();
    return row;
  }

  /** @throws ProblemError 404 when there is none that the actor may see */
  async requireVisible(actor: Who, id: number): Promise<void> {
    const bindings = new Bindings();
    const text = `select 1 from tickets t where t.id = ${bindings.bind(id)} and ${visibleTo(actor, bindings)}`;
    const found = await this.database.rows(named(`tickets.sees-as-${actor.role}`, text), bindings.values);
    if (found.length === 0) throw ticketNotFound();
  }

  /** Locks the row until the end of the transaction. @throws ProblemError 404 */
  async lockVisible(tx: Tx, actor: Who, id: number): Promise<TicketEntity> {
    const ticket = await this.lockIfVisible(tx, actor, id);
    if (!ticket) throw ticketNotFound();
    return ticket;
  }

  /** Undefined when there is none that the actor may see. */
  lockIfVisible(tx: Tx, actor: Who, id: number): Promise<TicketEntity | undefined> {
    const bindings = new Bindings();
    const condition = `t.id = ${bindings.bind(id)} and ${visibleTo(actor, bindings)}`;
    return this.lock(tx, `tickets.lock-as-${actor.role}`, condition, bindings);
  }

  /** A deleted ticket, which nobody sees. Only for restoring. @throws ProblemError 404 */
  async lockDeleted(tx: Tx, id: number): Promise<TicketEntity> {
    const bindings = new Bindings();
    const condition = `t.id = ${bindings.bind(id)} and t.deleted_at is not null`;
    const ticket = await this.lock(tx, 'tickets.lock-deleted', condition, bindings);
    if (!ticket) throw ticketNotFound();
    return ticket;
  }

  /** Those of them that there are, deleted ones, too: locked one after the other by id, as by everybody else. */
  async lockAll(tx: Tx, ids: number[]): Promise<TicketEntity[]> {
    const rows = await rowsIn(tx, LOCK_ALL, [ids]);
    return rows.map((row) => Object.assign(new TicketEntity(), row));
  }

  async insert(tx: Tx, ticket: NewTicket, now: Date): Promise<number> {
    const { userId, title, description, category, priority } = ticket;
    const [row] = await rowsIn(tx, INSERT, [userId, title, description, category, priority, now]);
    return row!.id;
  }

  /** @param loadedVersion the version that the ticket was locked with */
  async save(tx: Tx, ticket: TicketEntity, loadedVersion: number): Promise<void> {
    const t = ticket;
    const moments = [t.updatedAt, t.resolvedAt, t.closedAt, t.firstResponseAt, t.deletedAt];
    const counts = [t.version, t.publicCommentCount, t.internalCommentCount];
    const content = [t.status, t.priority, t.category, t.title, t.description, t.adminFeedback];
    const ending = [t.resolutionCount, t.isRated, t.closingSoonAt, t.ratedAt, t.score, t.internalVersion];
    const values = [t.id, loadedVersion, t.assignedToId, ...moments, ...counts, ...content, ...ending];
    const saved = await rowsIn(tx, SAVE, values);
    if (saved.length !== 1) throw new Error(`ticket ${t.id} was changed under its lock`);
  }

  /** All of them in one statement: what a change of many can change, and nothing else. */
  async saveAll(tx: Tx, changed: { ticket: TicketEntity; loadedVersion: number }[]): Promise<void> {
    const rows = changed.map(({ ticket: { title: _t, description: _d, ...row }, loadedVersion }) => ({
      ...row,
      loadedVersion,
    }));
    const saved = await rowsIn(tx, SAVE_ALL, [JSON.stringify(rows)]);
    if (saved.length !== changed.length) throw new Error('tickets were changed under their locks');
  }

  private async lock(tx: Tx, name: string, condition: string, bindings: Bindings) {
    const text = `select ${SELECT_ALL} from tickets t where ${condition} for update of t`;
    const [row] = await rowsIn(tx, named<TicketEntity>(name, text), bindings.values);
    return row && Object.assign(new TicketEntity(), row);
  }
}
