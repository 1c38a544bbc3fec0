// `npm start` and `npm run worker`: builds what changed, then runs the process in this very one, so that Ctrl-C
// reaches it directly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = 24;
const root = fileURLToPath(new URL('../..', import.meta.url));

requireNode();
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
build();
await import(`../../dist/apps/api/${process.argv[2] === 'worker' ? 'worker' : 'main'}.js`);

/** npm scripts find the Node of the lock file first; other platforms bring their own. */
function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= NODE_NEEDED) return;
  fail(`Node ${NODE_NEEDED} or newer is needed, this is ${process.versions.node}; run "npm ci" first.`);
}

function build() {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };
  const projects = process.argv[2] === 'worker' ? ['api'] : ['api', 'web'];
  const args = ['run-many', '-t', 'build', '-p', ...projects, '--outputStyle=static'];
  const { status, stdout } = spawnSync('nx', args, {
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${stdout}\nThe build failed.`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
