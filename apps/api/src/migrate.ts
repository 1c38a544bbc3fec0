import { loadEnv } from './platform/config/env.js';
import { migrate } from './platform/database/migrate.js';
import { startFailure } from './start-failure.js';

/** Brings the schema of DATABASE_URL up to date, then exits: for deployments that migrate before they start. */
try {
  const { DATABASE_URL } = loadEnv();
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is required; the embedded database migrates at its start.');
  const done = await migrate(DATABASE_URL);
  process.stdout.write(`${done.length} migrations ran${done.length ? `: ${done.join(', ')}` : ''}\n`);
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 1;
}
