import { DataSource } from 'typeorm';
import { makeDatabase } from '../../test/database.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';

it('the migration has the tickets counted that there are, except deleted ones', async () => {
  const db = await makeDatabase();
  try {
    await undoUntilStatsAreGone(db.url);
    await db.client.query(`
      insert into users (role, email, email_canonical, first_name, last_name, password_hash)
        values ('user', 'a@x.test', 'a@x.test', 'A', 'B', 'x');
      insert into tickets (user_id, created_at, updated_at, priority, category, title, description, deleted_at)
        select u.id, now(), now(), 'low', 'bug', 'Printer', 'Smoke.', case when i = 1 then now() end
          from users u, generate_series(1, 5) i`);
    await migrate(db.url);
    await db.client.query(`update tickets set priority = 'high' where id = (select max(id) from tickets)`);
    const { rows } = await db.client.query(
      'select priority, sum(sign)::int as n from stats_changes group by 1 order by 1',
    );
    expect(rows).toEqual([
      { priority: 'high', n: 1 },
      { priority: 'low', n: 3 },
    ]);
  } finally {
    await db.drop();
  }
});

async function undoUntilStatsAreGone(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, { DATABASE_POOL: 1 }, [])).initialize();
  const first = MIGRATIONS.findIndex(({ name }) => name.startsWith('Stats'));
  for (const _ of MIGRATIONS.slice(first)) await dataSource.undoLastMigration();
  await dataSource.destroy();
}
