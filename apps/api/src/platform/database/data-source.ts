import type { DataSourceOptions } from 'typeorm';
import type { Env } from '../config/env.js';
import { MIGRATIONS } from './migrations/index.js';

/** A class with `@Entity()`. */
export type EntityClass = abstract new () => object;

/** A statement that runs longer is a bug or an attack; it ends with 503. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** A server that does not even answer that (a pulled cable) is given up here: 503, and the connection is thrown away. */
const QUERY_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 1_000;
/** Nobody waits longer than this for a free connection. */
const CONNECT_TIMEOUT_MS = 3_000;

/** One place for every connection option: the API, migrations and tests read it. */
export function dataSourceOptions(url: string, env: Pick<Env, 'DATABASE_POOL'>, entities: EntityClass[]) {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      max: env.DATABASE_POOL,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      application_name: 'ticketing',
      keepAlive: true,
    },
  } satisfies DataSourceOptions as DataSourceOptions;
}
