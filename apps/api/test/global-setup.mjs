import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// the built code: jest loads a global setup without the transform and mapping that specs get
import { startEmbeddedPostgres } from '../../../dist/apps/api/platform/database/embedded-postgres.js';
import { ensureDatabase } from '../../../dist/apps/api/platform/database/ensure-database.js';
import { migrate } from '../../../dist/apps/api/platform/database/migrate.js';

/** Nothing here outlives the run: speed instead of durability. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
};

/**
 * Starts one real PostgreSQL for the run (or takes the server of TEST_DATABASE_URL) and migrates a template
 * once; each spec file then gets its own copy in about 20 ms.
 */
export default async function setUp() {
  const directory = await mkdtemp(join(tmpdir(), 'ticketing-test-'));
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await startEmbeddedPostgres(directory, { settings: FORGETFUL });
  const serverUrl = given ?? server.url;
  process.env.TEST_TEMPLATE = `ticketing_template_${process.pid}`;
  process.env.TEST_SERVER_URL = serverUrl;
  await migrate(await ensureDatabase(serverUrl, process.env.TEST_TEMPLATE));
  Object.assign(globalThis, { testServer: server, testDirectory: directory });
}
