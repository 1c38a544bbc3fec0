import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import {
  type AdminCommentRequest,
  type Built,
  type CommentKey,
  keysStatement,
  searchStatement,
  walkOf,
  walkStatement,
} from './admin-comment-list.statement.js';
import { commentNotFound } from './comment.problems.js';
import { READ_COLUMNS, type ReadComment } from './comments.repository.js';

/** With what the admin area shows beside the comment. */
export interface AdminCommentRow extends ReadComment {
  ticketTitle: string;
  ticketDeletedAt: Date | null;
}

/** Ids first, in their order, then the columns: this holds in any plan mode. */
const READ = named<AdminCommentRow>(
  'admin-comments.read',
  `select ${READ_COLUMNS}, t.title as "ticketTitle", t.deleted_at as "ticketDeletedAt"
     from unnest($1::int[]) with ordinality as n (id, position)
     join ticket_comments c on c.id = n.id join tickets t on t.id = c.ticket_id order by n.position`,
);

/** All comments of all tickets, deleted ones, too: for admins alone. */
@Injectable()
export class AdminCommentsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(request: AdminCommentRequest): Promise<AdminCommentRow[]> {
    const keys = await this.keys(request);
    return this.database.rows(READ, [keys.map(({ id }) => id)]);
  }

  /** A deleted one, too. @throws ProblemError 404 */
  async get(id: number): Promise<AdminCommentRow> {
    const [row] = await this.database.rows(READ, [[id]]);
    if (!row) throw commentNotFound();
    return row;
  }

  private async keys(request: AdminCommentRequest): Promise<CommentKey[]> {
    if (request.filter.q === undefined) return this.rows(keysStatement(request));
    return (await this.walk(request)) ?? this.rows(searchStatement(request));
  }

  /** Undefined when the page is not full and there is more to look through. */
  private async walk(request: AdminCommentRequest): Promise<CommentKey[] | undefined> {
    const found = await this.rows(walkStatement(request));
    const keys = found.filter(({ id }) => id !== null);
    const isAll = keys.length === request.rows || found[0]!.walked < walkOf(request.filter);
    return isAll ? keys : undefined;
  }

  private rows<Row extends object>({ statement, values }: Built<Row>): Promise<Row[]> {
    return this.database.rows(statement, values);
  }
}
