import { DataSource } from 'typeorm';
import { makeDatabase, type TestDatabase } from '../../../test/database.js';
import { ENTITIES } from '../../entities.js';
import { dataSourceOptions } from './data-source.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';

let db: TestDatabase;
let dataSource: DataSource;
beforeEach(async () => {
  db = await makeDatabase();
  dataSource = await new DataSource(dataSourceOptions(db.url, { DATABASE_POOL: 1 }, ENTITIES)).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await db.drop();
});

/** What TypeORM would change so that the tables fit the entities. */
const drift = async () =>
  (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
const undoAll = async () => {
  for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
};
/** Everything in the schema: tables with their columns, indexes, constraints, types. */
async function schema(): Promise<string[]> {
  const { rows } = await db.client.query<{ line: string }>(
    `select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
       as line from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
     union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
     union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
       where connamespace = 'public'::regnamespace and conrelid <> coalesce(to_regclass('migrations'), 0)
     union all select typname from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

describe('the schema after all migrations', () => {
  it('is what the entities say', async () => expect(await drift()).toEqual([]));
  it.each([
    'alter table tickets drop column admin_feedback',
    'alter table tickets alter column description drop not null',
    'alter table users drop constraint users_role',
    'drop index tickets_status_updated',
    'drop index users_email_canonical',
  ])('would be noticed to differ after "%s"', async (statement) => {
    await db.client.query(statement);
    expect(await drift()).not.toEqual([]);
  });
});

describe('migrations', () => {
  it('go down to nothing, and up again to the same', async () => {
    const before = await schema();
    await undoAll();
    expect(await schema()).toEqual([]);
    expect(await migrate(db.url)).toEqual(MIGRATIONS.map(({ name }) => name));
    expect(await schema()).toEqual(before);
  });
  it('run once, however many processes start at the same time', async () => {
    await undoAll();
    const done = await Promise.all(Array.from({ length: 5 }, () => migrate(db.url)));
    expect(done.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, MIGRATIONS.length]);
  });
  it('number the resolutions of the tickets that are there already, by their history', async () => {
    await undoAll();
    await migrate(db.url);
    const before = MIGRATIONS.findIndex(({ name }) => name === 'TemplatesRatings1764000000013');
    for (const _ of MIGRATIONS.slice(before)) await dataSource.undoLastMigration();
    await db.client.query(`
      insert into users (role, email, email_canonical, first_name, last_name, password_hash)
        values ('user', 'a@x.test', 'a@x.test', 'Ada', 'X', 'x');
      insert into tickets (user_id, title, description, category, priority, status, created_at, updated_at)
        select 1, title, 'x', 'bug', 'low', status, now(), now()
          from (values ('never', 'open'), ('twice', 'closed'), ('without history', 'resolved')) t (title, status);
      insert into events (type, ticket_id, data)
        select 'ticket.status_changed', t.id, jsonb_build_object('changes', jsonb_build_array(
                 jsonb_build_object('field', 'status', 'from', 'open', 'to', s.status)))
          from tickets t, unnest(array['resolved', 'open', 'resolved', 'closed']) s (status) where t.title = 'twice'`);
    await migrate(db.url);
    const { rows } = await db.client.query(
      'select title, resolution_count as count from tickets order by id',
    );
    expect(rows).toEqual([
      { title: 'never', count: 0 },
      { title: 'twice', count: 2 },
      { title: 'without history', count: 1 },
    ]);
  });
  it('say of what there is what it happened to, and who has not come since they were invited', async () => {
    const before = MIGRATIONS.findIndex(({ name }) => name === 'AuditLog1764000000018');
    for (const _ of MIGRATIONS.slice(before)) await dataSource.undoLastMigration();
    await db.client.query(`
      insert into users (role, email, email_canonical, first_name, last_name, password_hash)
        select 'user', i || '@x.test', i || '@x.test', 'Ada', 'X', 'x' from generate_series(1, 2) i;
      insert into events (type, actor_id, object_model, object_id, data) values
        ('user.invited', 1, 'users', 1, '{"user_id": 1}'), ('user.invited', 1, 'users', 2, '{"user_id": 2}'),
        ('user.password_changed', 2, 'users', 2, '{}'),
        ('user.password_reset_requested', 2, 'users', 2, '{}');
      insert into events (type, data) values ('mail.discarded', '{"mail_id": 7}'), ('job.retried', '{"count": 3}')`);
    await migrate(db.url);
    const { rows } = await db.client.query(
      'select id, invited_at is not null as invited from users order by id',
    );
    expect(rows.map(({ invited }) => invited)).toEqual([true, false]);
    const { rows: events } = await db.client.query(
      `select object_model || ' ' || object_id as about from events where id > 3 order by id`,
    );
    expect(events.map(({ about }) => about)).toEqual([null, 'quarantine 7', 'jobs 0']);
  });
  it('have nothing to do on an up-to-date schema', async () => expect(await migrate(db.url)).toEqual([]));
});
