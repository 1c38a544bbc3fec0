import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A connection into the embedded database of a product that runs on this DATA_DIR. */
export async function connectToEmbedded(dataDirectory: string): Promise<pg.Client> {
  const password = (await readFile(join(dataDirectory, 'postgres-password'), 'utf8')).trim();
  // postmaster.pid: process id, data directory, start time, port, ...
  const port = Number(
    (await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3],
  );
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'ticketing',
  });
  await client.connect();
  return client;
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
