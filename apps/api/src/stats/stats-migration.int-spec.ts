import { DataSource } from 'typeorm';
import { makeDatabase, type TestDatabase } from '../../test/database.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';

let db: TestDatabase;
beforeEach(async () => void (db = await makeDatabase()));
afterEach(() => db.drop());

const SOMEBODY = `insert into users (role, email, email_canonical, first_name, last_name, password_hash)
  values ('user', 'a@x.test', 'a@x.test', 'A', 'B', 'x')`;
const FIVE_TICKETS = `
  insert into tickets (user_id, created_at, updated_at, priority, category, title, description, deleted_at)
    select u.id, now(), now(), 'low', 'bug', 'Printer', 'Smoke.', case when i = 1 then now() end
      from users u, generate_series(1, 5) i`;

it('the migration has the tickets counted that there are, except deleted ones', async () => {
  await undoUntilGone('Stats1');
  await db.client.query(`${SOMEBODY}; ${FIVE_TICKETS}`);
  await migrate(db.url);
  await db.client.query(`update tickets set priority = 'high' where id = (select max(id) from tickets)`);
  const { rows } = await db.client.query(
    'select priority, sum(sign)::int as n from stats_changes group by 1 order by 1',
  );
  expect(rows).toEqual([
    { priority: 'high', n: 1 },
    { priority: 'low', n: 3 },
  ]);
});

it('the newest rating of each ticket moves into the ticket, and is counted once', async () => {
  await undoUntilGone('ListsOfStats');
  await db.client.query(`${SOMEBODY}; ${FIVE_TICKETS};
    insert into ticket_ratings (ticket_id, user_id, resolution, score, created_at)
      select t.id, t.user_id, r, 2 + r, ('2026-03-0' || r)::timestamptz from tickets t, generate_series(1, 2) r where t.id <= 3;
    insert into stats_ratings (ticket_id, event_id, score, rated_at) values (2, 1, 4, '2026-03-02');
    insert into stats_changes (created_at, rated_at, score, status, priority, category, sign)
      values (now(), '2026-03-02', 4, 'open', 'low', 'bug', 1), (now(), null, null, 'open', 'low', 'bug', -1);
    insert into stats_rollups values (15, 0, 20514, 0, 4, 1)`);
  await migrate(db.url);
  const tickets = await db.client.query('select id, score from tickets order by id');
  expect(tickets.rows.map(({ score }) => score)).toEqual([4, 4, 4, null, null]);
  const counted = await db.client.query(
    `select score, sum(sign)::int as n from stats_changes where rated_at is not null group by 1`,
  );
  expect(counted.rows).toEqual([{ score: 4, n: 2 }]);
  expect((await db.client.query('select from stats_rollups')).rowCount).toBe(0);
});

it('counters of each assignee become spreads', async () => {
  await undoUntilGone('ListsOfStats');
  await db.client.query(`insert into stats_rollups values (12, 0, 5, 7, 0, 3), (12, 0, 5, 7, 2, 41)`);
  await migrate(db.url);
  const { rows } = await db.client.query('select series, level, block, value, spread from stats_spreads');
  expect(rows).toEqual([{ series: 12, level: 0, block: 5, value: 7, spread: `41${'0'.repeat(15)}3` }]);
});

async function undoUntilGone(name: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(db.url, { DATABASE_POOL: 1 }, [])).initialize();
  const first = MIGRATIONS.findIndex((migration) => migration.name.startsWith(name));
  for (const _ of MIGRATIONS.slice(first)) await dataSource.undoLastMigration();
  await dataSource.destroy();
}
