import { Injectable } from '@nestjs/common';
import { LIMITS, TAG_LIMITS, type TagColor, type TagRef } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/postgres-errors.js';
import { named, unnamed } from '../platform/database/statement.js';
import { nameKeyOf, type TagContent, TagEntity } from './tag.entity.js';
import { tagNameTaken, tagNotFound } from './tag.problems.js';

/** A tag with how many tickets carry it: one more than the last exact total where nobody counts on. */
export type TagRow = Omit<TagEntity, 'edit' | 'delete' | 'restore'> & { ticketCount: number };

/** What of the list is asked for. */
export interface TagFilter {
  q?: string | undefined;
  color?: TagColor[] | undefined;
  is_deleted?: boolean | undefined;
}

const COLUMNS = `g.id, g.name, g.name_key as "nameKey", g.color, g.description, g.version,
  g.created_at as "createdAt", g.updated_at as "updatedAt", g.deleted_at as "deletedAt"`;

/** Counted each time, and never further than lists count: nothing to keep in step, and the same at any size. */
const TICKET_COUNT = `(select count(*)::int from (select 1 from ticket_tags where tag_id = g.id and is_live
  limit ${LIMITS.exactTotal + 1}) n) as "ticketCount"`;

const ALL = named<TagRef>(
  'tags.all',
  `select id, name, color from tags where deleted_at is null order by name_key`,
);

const FIND = named<TagRow>('tags.find', `select ${COLUMNS}, ${TICKET_COUNT} from tags g where g.id = $1`);

const LIVE = named<TagRef>(
  'tags.live',
  `select id, name, color from tags where id = any($1::int[]) and deleted_at is null order by name_key`,
);

const LOCK = named<TagEntity>('tags.lock', `select ${COLUMNS} from tags g where g.id = $1 for update`);

/** One at a time may change how many there are: they are counted, then one more is written. */
const LOCK_COUNT = named('tags.lock-count', `select pg_advisory_xact_lock(hashtext('tags'))`);

const COUNT = named<{ count: number }>(
  'tags.count',
  `select count(*)::int as count from tags where deleted_at is null`,
);

const INSERT = named<TagEntity>(
  'tags.insert',
  `insert into tags as g (name, name_key, color, description, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $5) returning ${COLUMNS}`,
);

const SAVE = named(
  'tags.save',
  `update tags set name = $2, name_key = $3, color = $4, description = $5, version = $6, updated_at = $7,
     deleted_at = $8
   where id = $1`,
);

/** All SQL about tags. */
@Injectable()
export class TagsRepository {
  constructor(private readonly database: Database) {}

  /** Those that can be put on tickets, by name. */
  all(): Promise<TagRef[]> {
    return this.database.rows(ALL);
  }

  /** By name, from behind that one. */
  list(filter: TagFilter, after: [nameKey: string, id: number], limit: number): Promise<TagRow[]> {
    const text = `select ${COLUMNS}, ${TICKET_COUNT} from tags g where (g.name_key, g.id) > ($1, $2)
        and (g.deleted_at is not null) = $3 and ($4::text[] is null or g.color = any($4))
        and strpos(g.name_key, $5) > 0 order by g.name_key, g.id limit $6`;
    const { q = '', color = null, is_deleted = false } = filter;
    const values = [...after, is_deleted, color, nameKeyOf(q), limit];
    return this.database.rows(unnamed<TagRow>(text), values);
  }

  /** Deleted ones, too. @throws ProblemError 404 */
  async get(id: number): Promise<TagRow> {
    const [row] = await this.database.rows(FIND, [id]);
    if (!row) throw tagNotFound();
    return row;
  }

  /** Those of them that can be put on a ticket, by name. */
  live(tx: Tx, ids: number[]): Promise<TagRef[]> {
    return rowsIn(tx, LIVE, [ids]);
  }

  /** Locks the row until the end of the transaction. @throws ProblemError 404 */
  async lock(tx: Tx, id: number, which: 'deleted' | 'not deleted'): Promise<TagEntity> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    if (!row || (row.deletedAt !== null) !== (which === 'deleted')) throw tagNotFound();
    return Object.assign(new TagEntity(), row);
  }

  /** Whether there is room for one more; until the end of the transaction nobody else takes it. */
  async hasRoom(tx: Tx): Promise<boolean> {
    await rowsIn(tx, LOCK_COUNT);
    const [row] = await rowsIn(tx, COUNT);
    return row!.count < TAG_LIMITS.count;
  }

  /** @throws ProblemError 409 when another one has the name */
  async insert(tx: Tx, { name, color, description }: TagContent, now: Date): Promise<TagEntity> {
    const values = [name, nameKeyOf(name), color, description, now];
    const [row] = await refusingTakenNames(() => rowsIn(tx, INSERT, values));
    return Object.assign(new TagEntity(), row);
  }

  /** What was locked. @throws ProblemError 409 when another one has the name */
  async save(tx: Tx, tag: TagEntity): Promise<void> {
    const content = [tag.id, tag.name, tag.nameKey, tag.color, tag.description];
    await refusingTakenNames(() => rowsIn(tx, SAVE, [...content, tag.version, tag.updatedAt, tag.deletedAt]));
  }
}

async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'tags_name_key')) throw tagNameTaken();
    throw error;
  }
}
