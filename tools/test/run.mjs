// `npm test`: lint, types, unit, integration and component tests of every project, then one line of totals.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TOTALS = 'dist/test-totals';
/** One file of totals per suite; fewer means that one did not run, which is not the same as green. */
const SUITES = ['api-test.json', 'api-test-int.json', 'web-test.json'];

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
rmSync(TOTALS, { recursive: true, force: true });

const targets = ['lint', 'typecheck', 'test', 'test-int'];
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };
const { status } = spawnSync(
  'nx',
  ['run-many', '-t', ...targets, '--outputStyle=stream', ...process.argv.slice(2)],
  {
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of filesIn(TOTALS)) {
  const totals = JSON.parse(readFileSync(`${TOTALS}/${file}`, 'utf8'));
  for (const name of Object.keys(sum)) sum[name] += totals[name];
}
const missing = SUITES.filter((suite) => !filesIn(TOTALS).includes(suite));
if (missing.length > 0) console.error(`did not run to the end: ${missing.join(', ')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(status !== 0 || missing.length > 0 || sum.failed > 0 ? 1 : 0);

function filesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
