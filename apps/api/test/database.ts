import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  /** A connection for what no endpoint shows: a look into a table, a row that no endpoint makes. */
  client: pg.Client;
  drop(): Promise<void>;
}

/** A database of its own for one spec file. */
export async function makeDatabase(): Promise<TestDatabase> {
  // set by global-setup.mjs; the template is migrated and empty
  const { TEST_SERVER_URL: serverUrl, TEST_TEMPLATE: template } = process.env;
  if (!serverUrl || !template) throw new Error('run through jest.int.config.mjs');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  return {
    url: url.href,
    client,
    drop: async () => {
      await client.end();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** Copies of one template wait for each other; PostgreSQL says 55006 when they meet. */
async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
