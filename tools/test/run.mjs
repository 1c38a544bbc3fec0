// `npm test`: lint, types, unit, integration and component tests of every project, then one line of totals.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addUp, report, TOTALS_DIRECTORY } from './totals.mjs';

const SUITES = ['api-test.json', 'api-test-int.json', 'web-test.json'];
const TARGETS = ['lint', 'typecheck', 'test', 'test-int'];

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
rmSync(TOTALS_DIRECTORY, { recursive: true, force: true });

const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };
// one task at a time: each suite has workers of its own, and tests that wait for each other's processors time out
const args = ['run-many', '-t', ...TARGETS, '--parallel=1', '--outputStyle=stream', ...process.argv.slice(2)];
const { status } = spawnSync('nx', args, { env, stdio: 'inherit', shell: process.platform === 'win32' });

const isWell = report(addUp(SUITES));
process.exit(status === 0 && isWell ? 0 : 1);
