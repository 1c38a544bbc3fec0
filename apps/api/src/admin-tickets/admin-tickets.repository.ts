import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import {
  joinLatestComment,
  type ListShape,
  SELECT_ALL,
  SELECT_LATEST,
  selectTags,
  type TagsColumn,
  ticketNotFound,
  type TicketRow,
  type WholeTicket,
} from '../tickets/index.js';

const READ_COLUMNS = `${SELECT_ALL}, ${SELECT_LATEST}, ${selectTags(true)}`;

/** Everything about a ticket, as a list of the admin area shows it. */
export const WHOLE: ListShape<TicketRow> = {
  select: () => READ_COLUMNS,
  joins: () => joinLatestComment(true),
};

/** The same for a file, where no comments are. */
export const LINES: ListShape<WholeTicket & TagsColumn> = {
  select: () => `${SELECT_ALL}, ${selectTags(true)}`,
  joins: () => '',
};

const READ = named<TicketRow>(
  'admin-tickets.read',
  `select ${READ_COLUMNS} from tickets t ${joinLatestComment(true)} where t.id = $1`,
);

/** SQL of the admin area. Everybody who comes here is an admin. */
@Injectable()
export class AdminTicketsRepository {
  constructor(private readonly database: Database) {}

  /** A deleted one, too. @throws ProblemError 404 */
  async get(_admin: Actor, id: number): Promise<TicketRow> {
    const [row] = await this.database.rows(READ, [id]);
    if (!row) throw ticketNotFound();
    return row;
  }
}
