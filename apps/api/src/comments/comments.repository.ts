import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { CommentSourceEntity } from './comment-source.entity.js';
import type { CommentEntity } from './comment.entity.js';

export type CommentRow = Pick<
  CommentEntity,
  'id' | 'ticketId' | 'authorId' | 'isInternal' | 'createdAt' | 'updatedAt' | 'content'
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

const COLUMNS = `id, ticket_id as "ticketId", author_id as "authorId", is_internal as "isInternal",
  created_at as "createdAt", updated_at as "updatedAt", content`;

/** What a mail quoted is read with the comment: most have none, and the others one row by primary key. */
const SELECT = `select ${COLUMNS}, (select json_build_object('kind', s.kind, 'quoted', s.quoted)
  from comment_sources s where s.comment_id = c.id) as source from ticket_comments c`;

/** Internal notes are left out in SQL, so that their own index is never touched and no code can forget it. */
const visible = (sight: Sight) => (sight === 'all' ? '' : 'and not is_internal');

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
  `insert into ticket_comments (ticket_id, author_id, is_internal, content, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $5) returning ${COLUMNS}`,
);

/** All SQL about comments. */
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

  async insertSource(tx: Tx, commentId: number, source: NonNullable<SourceRow>): Promise<void> {
    await tx.insert(CommentSourceEntity, { commentId, ...source });
  }
}
