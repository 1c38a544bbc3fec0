import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

/** The key of the advisory lock under which migrations run: "tick" in ASCII. */
const MIGRATION_LOCK = 0x7469636b;

/** A migration may take hours, and so may waiting for another process that migrates. */
const NO_LIMITS = { statement_timeout: 0, query_timeout: 0, idle_in_transaction_session_timeout: 0 };

/**
 * Brings the schema up to date. Any number of processes may call it at once: an advisory lock lets one
 * work while the others wait.
 * @returns names of the migrations that ran now
 */
export async function migrate(url: string): Promise<string[]> {
  const options = dataSourceOptions(url, { DATABASE_POOL: 2 }, []);
  const extra = { ...options.extra, ...NO_LIMITS };
  const dataSource = await new DataSource({ ...options, extra }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
