import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { CommentSourceEntity } from './comment-source.entity.js';
import { CommentEntity } from './comment.entity.js';
import { commentNotFound } from './comment.problems.js';

export type CommentRow = Pick<
  CommentEntity,
  | 'id'
  | 'ticketId'
  | 'authorId'
  | 'isInternal'
  | 'createdAt'
  | 'updatedAt'
  | 'content'
  | 'deletedAt'
  | 'version'
>;

/** Null: it was written here. */
export type SourceRow = Pick<CommentSourceEntity, 'kind' | 'quoted'> | null;

/** With what readers see beside the comment itself. */
export interface ReadComment extends CommentRow {
  source: SourceRow;
}

export type NewComment = Pick<
  CommentEntity,
  'ticketId' | 'authorId' | 'isInternal' | 'content' | 'createdAt'
>;

/** Which comments of a ticket somebody may see. */
export type Sight = 'public' | 'all';

const COLUMNS = `c.id, c.ticket_id as "ticketId", c.author_id as "authorId", c.is_internal as "isInternal",
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.content, c.deleted_at as "deletedAt", c.version`;

/** What a mail quoted is read with the comment: most have none, and the others one row by primary key. */
export const READ_COLUMNS = `${COLUMNS}, (select json_build_object('kind', s.kind, 'quoted', s.quoted)
  from comment_sources s where s.comment_id = c.id) as source`;

const SELECT = `select ${READ_COLUMNS} from ticket_comments c`;

/** Deleted ones and notes are left out in SQL, so that their own index is never touched and no code can forget it. */
const visible = (sight: Sight) => `and deleted_at is null ${sight === 'all' ? '' : 'and not is_internal'}`;

const listOf = (sight: Sight) =>
  named<ReadComment>(
    `comments.list-${sight}`,
    `${SELECT} where ticket_id = $1 and id > $2 ${visible(sight)} order by id limit $3`,
  );

const byIds = (sight: Sight) =>
  named<ReadComment>(
    `comments.by-ids-${sight}`,
    `${SELECT} where id = any($1::int[]) and ticket_id = $2 ${visible(sight)}`,
  );

const LIST = { public: listOf('public'), all: listOf('all') };
const BY_IDS = { public: byIds('public'), all: byIds('all') };

const INSERT = named<CommentRow>(
  'comments.insert',
  `insert into ticket_comments as c (ticket_id, author_id, is_internal, content, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $5) returning ${COLUMNS}`,
);

const TICKET_OF = named<{ ticketId: number }>(
  'comments.ticket-of',
  `select ticket_id as "ticketId" from ticket_comments where id = $1`,
);

const LOCK = named<CommentEntity>(
  'comments.lock',
  `select ${COLUMNS} from ticket_comments c where id = $1 for update`,
);

const SAVE = named(
  'comments.save',
  `update ticket_comments set content = $2, updated_at = $3, deleted_at = $4, version = $5 where id = $1`,
);

/** All SQL about comments as tickets have them; the admin area's lists are in `admin-comments.repository.ts`. */
@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first, from the one after `afterId`. */
  list(sight: Sight, ticketId: number, afterId: number, limit: number): Promise<ReadComment[]> {
    return this.database.rows(LIST[sight], [ticketId, afterId, limit]);
  }

  findAll(sight: Sight, ticketId: number, ids: number[]): Promise<ReadComment[]> {
    return this.database.rows(BY_IDS[sight], [ids, ticketId]);
  }

  async insert(
    tx: Tx,
    { ticketId, authorId, isInternal, content, createdAt }: NewComment,
  ): Promise<CommentRow> {
    const [row] = await rowsIn(tx, INSERT, [ticketId, authorId, isInternal, content, createdAt]);
    return row!;
  }

  /** Of a deleted one, too: a comment never moves. @throws ProblemError 404 */
  async ticketOf(tx: Tx, id: number): Promise<number> {
    const [row] = await rowsIn(tx, TICKET_OF, [id]);
    if (!row) throw commentNotFound();
    return row.ticketId;
  }

  /** Until the end of the transaction; a deleted one, too. @throws ProblemError 404 */
  async lock(tx: Tx, id: number): Promise<CommentEntity> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    if (!row) throw commentNotFound();
    return Object.assign(new CommentEntity(), row);
  }

  /** What was locked. */
  async save(tx: Tx, { id, content, updatedAt, deletedAt, version }: CommentEntity): Promise<void> {
    await rowsIn(tx, SAVE, [id, content, updatedAt, deletedAt, version]);
  }

  async insertSource(tx: Tx, commentId: number, source: NonNullable<SourceRow>): Promise<void> {
    await tx.insert(CommentSourceEntity, { commentId, ...source });
  }
}
