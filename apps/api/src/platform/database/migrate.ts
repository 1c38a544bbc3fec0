import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

/** The key of the advisory lock under which migrations run: "tick" in ASCII. */
const MIGRATION_LOCK = 0x7469636b;

/**
 * Brings the schema up to date. Any number of processes may call it at once: an advisory lock lets one
 * work while the others wait.
 * @returns names of the migrations that ran now
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url, { DATABASE_POOL: 2 }, [])).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('set statement_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
