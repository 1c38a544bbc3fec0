import { Injectable } from '@nestjs/common';
import { TEMPLATE_LIMITS } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/postgres-errors.js';
import { named, unnamed } from '../platform/database/statement.js';
import { nameKeyOf, type TemplateContent, TemplateEntity } from './template.entity.js';
import { templateNameTaken, templateNotFound } from './template.problems.js';

export type TemplateRow = Omit<TemplateEntity, 'nameKey' | 'edit' | 'delete' | 'restore'>;

/** What of the list is asked for. */
export interface TemplateFilter {
  q?: string | undefined;
  is_active?: boolean | undefined;
  is_deleted?: boolean | undefined;
}

const COLUMNS = `id, name, title, description, category, priority, is_active as "isActive", position, version,
  created_at as "createdAt", updated_at as "updatedAt", deleted_at as "deletedAt"`;
const IN_ORDER = 'order by position, id';

const ACTIVE = named<TemplateRow>(
  'templates.active',
  `select ${COLUMNS} from ticket_templates where deleted_at is null and is_active ${IN_ORDER}`,
);

const ALL = named<TemplateRow>(
  'templates.all',
  `select ${COLUMNS} from ticket_templates where deleted_at is null ${IN_ORDER}`,
);

const FIND = named<TemplateRow>('templates.find', `select ${COLUMNS} from ticket_templates where id = $1`);

const IS_ACTIVE = named<{ id: number }>(
  'templates.is-active',
  `select id from ticket_templates where id = $1 and is_active and deleted_at is null`,
);

const LOCK = named<TemplateEntity>(
  'templates.lock',
  `select ${COLUMNS}, name_key as "nameKey" from ticket_templates where id = $1 for update`,
);

/** One at a time may change how many there are and in which order: both are counted, then written. */
const LOCK_ORDER = named(
  'templates.lock-order',
  `select pg_advisory_xact_lock(hashtext('ticket_templates'))`,
);

const COUNT = named<{ count: number; last: number }>(
  'templates.count',
  `select count(*)::int as count, coalesce(max(position), 0) as last from ticket_templates where deleted_at is null`,
);

const INSERT = named<TemplateEntity>(
  'templates.insert',
  `insert into ticket_templates (name, name_key, title, description, category, priority, is_active, position,
     created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning ${COLUMNS}, name_key as "nameKey"`,
);

const SAVE = named(
  'templates.save',
  `update ticket_templates set name = $2, name_key = $3, title = $4, description = $5, category = $6, priority = $7,
     is_active = $8, version = $9, updated_at = $10, deleted_at = $11
   where id = $1`,
);

const REORDER = named(
  'templates.reorder',
  `update ticket_templates t set position = n.position
     from unnest($1::int[]) with ordinality as n (id, position) where t.id = n.id and t.position <> n.position`,
);

/** All SQL about templates. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  /** Those that the form offers. */
  active(): Promise<TemplateRow[]> {
    return this.database.rows(ACTIVE);
  }

  /** In their order, from behind that position. */
  list(filter: TemplateFilter, after: [position: number, id: number], limit: number): Promise<TemplateRow[]> {
    const text = `select ${COLUMNS} from ticket_templates where (position, id) > ($1, $2)
        and (deleted_at is not null) = $3 and ($4::boolean is null or is_active = $4)
        and strpos(name_key, $5) > 0 ${IN_ORDER} limit $6`;
    const { q = '', is_active = null, is_deleted = false } = filter;
    const values = [...after, is_deleted, is_active, nameKeyOf(q), limit];
    return this.database.rows(unnamed<TemplateRow>(text), values);
  }

  /** Deleted ones, too. @throws ProblemError 404 */
  async get(id: number): Promise<TemplateRow> {
    const [row] = await this.database.rows(FIND, [id]);
    if (!row) throw templateNotFound();
    return row;
  }

  /** Whether a ticket may start from it. */
  async isActive(tx: Tx, id: number): Promise<boolean> {
    return (await rowsIn(tx, IS_ACTIVE, [id])).length === 1;
  }

  /** All that are not deleted, in their order. */
  all(tx: Tx): Promise<TemplateRow[]> {
    return rowsIn(tx, ALL);
  }

  /** Until the end of the transaction nobody else adds, restores or moves one. */
  async lockOrder(tx: Tx): Promise<void> {
    await rowsIn(tx, LOCK_ORDER);
  }

  /** Locks the row until the end of the transaction. @throws ProblemError 404 */
  async lock(tx: Tx, id: number, which: 'deleted' | 'not deleted'): Promise<TemplateEntity> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    if (!row || (row.deletedAt !== null) !== (which === 'deleted')) throw templateNotFound();
    return Object.assign(new TemplateEntity(), row);
  }

  /** Whether there is room for one more; asked under `lockOrder`. */
  async hasRoom(tx: Tx): Promise<boolean> {
    const [row] = await rowsIn(tx, COUNT);
    return row!.count < TEMPLATE_LIMITS.count;
  }

  /** At the end of the order. @throws ProblemError 409 when another one has the name */
  async insert(tx: Tx, content: TemplateContent, now: Date): Promise<TemplateEntity> {
    const [counted] = await rowsIn(tx, COUNT);
    const { name, title, description, category, priority, isActive } = content;
    const values = [name, nameKeyOf(name), title, description, category, priority, isActive];
    const [row] = await refusingTakenNames(() => rowsIn(tx, INSERT, [...values, counted!.last + 1, now]));
    return Object.assign(new TemplateEntity(), row);
  }

  /** What was locked. @throws ProblemError 409 when another one has the name */
  async save(tx: Tx, template: TemplateEntity): Promise<void> {
    const { id, name, nameKey, title, description, category, priority, isActive } = template;
    const content = [id, name, nameKey, title, description, category, priority, isActive];
    const { version, updatedAt, deletedAt } = template;
    await refusingTakenNames(() => rowsIn(tx, SAVE, [...content, version, updatedAt, deletedAt]));
  }

  /** The first gets 1, and so on. */
  async reorder(tx: Tx, ids: number[]): Promise<void> {
    await rowsIn(tx, REORDER, [ids]);
  }
}

async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'ticket_templates_name')) throw templateNameTaken();
    throw error;
  }
}
