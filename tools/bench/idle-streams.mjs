// How much memory idle live streams cost, and how fast a change reaches them:
//   npx nx build api && node tools/bench/idle-streams.mjs [streams = 10000]
// Each end of a connection takes a file descriptor: `ulimit -n` has to be larger than the number of streams.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import jwt from 'jsonwebtoken';
import pg from 'pg';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const built = (path) => import(`../../dist/apps/api/${path}.js`);
const { startEmbeddedPostgres } = await built('platform/database/embedded-postgres');
const { ensureDatabase } = await built('platform/database/ensure-database');
const { migrate } = await built('platform/database/migrate');
const { Secrets } = await built('platform/config/secrets');
const claims = await built('auth/access-tokens');

const STREAMS = Number(process.argv[2] ?? 10_000);
const PER_PERSON = 10;
const SETTLE_MS = 5_000;
const AT_ONCE = 100;
const PORT = 20_000 + Math.floor(Math.random() * 10_000);
const MEBIBYTE = 1_024 * 1_024;
/** Runs inside the API: says how much memory it has in use. */
const PROBE = `process.on('message', () => {
  const { rss } = process.memoryUsage();
  gc();
  process.send({ ...process.memoryUsage(), rss });
});
process.channel.unref();`;
const SECRET_KEY = randomUUID() + randomUUID();
const signingKey = new Secrets(SECRET_KEY).keyFor('access-token');

const directory = mkdtempSync(join(tmpdir(), 'ticketing-bench-'));
const postgres = await startEmbeddedPostgres(directory, { settings: {} });
const url = await ensureDatabase(postgres.url, 'bench');
await migrate(url);
const people = await makePeople(Math.ceil(STREAMS / PER_PERSON));
const api = await startApi();
try {
  await measure();
} finally {
  api.kill('SIGTERM');
  await new Promise((resolve) => api.once('exit', resolve));
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function measure() {
  const heard = { count: 0 };
  await open(people[0], heard); // what the first stream starts is not counted
  await sleep(SETTLE_MS);
  const before = await memory();
  const opening = performance.now();
  for (let i = 1; i < STREAMS; i += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, STREAMS - i) }, (_, n) => i + n);
    await Promise.all(some.map((n) => open(people[n % people.length], heard)));
  }
  const opened = performance.now() - opening;
  await sleep(SETTLE_MS);
  const after = await memory();
  say({
    streams: STREAMS,
    'opened in s': round(opened / 1_000),
    'heap in use, MB more': round(after.heap - before.heap),
    'heap in use, kB a stream': round(((after.heap - before.heap) * 1_024) / STREAMS),
    'resident, MB before': before.resident,
    'resident, MB more': round(after.resident - before.resident),
    'ms until the 10 streams of the requester heard of a new ticket': await delayOfAChange(heard),
  });
}

/** One person opens a ticket; all streams of theirs hear of it. */
async function delayOfAChange(heard) {
  heard.count = 0;
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${PORT}/api/tickets/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${people[0].token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Bench', description: 'Bench', category: 'bug', priority: 'low' }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  while (heard.count < Math.min(PER_PERSON, STREAMS)) await sleep(1);
  return round(performance.now() - began);
}

/** As small a client as can be. Resolves when the stream has said where it is. */
function open({ token }, heard) {
  return new Promise((resolve, reject) => {
    const socket = connect(PORT, '127.0.0.1', () =>
      socket.write(`GET /api/live/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`),
    );
    socket.on('data', (chunk) => {
      if (chunk.includes('event: change')) heard.count += 1;
      if (chunk.includes('\nid: ') || chunk.includes('\r\nid: ')) resolve();
      if (chunk.includes('HTTP/1.1 4') || chunk.includes('HTTP/1.1 5')) reject(new Error(String(chunk)));
    });
    socket.on('error', reject);
  });
}

/** What is in use once garbage is collected, and what the process holds of the machine's memory, garbage and all. */
async function memory() {
  const answer = new Promise((resolve) => api.once('message', resolve));
  api.send('memory');
  const { heapUsed, rss } = await answer;
  return { heap: round(heapUsed / MEBIBYTE), resident: round(rss / MEBIBYTE) };
}

async function makePeople(count) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `with people as (
       insert into users (role, email, email_canonical, first_name, last_name, password_hash)
       select 'user', n || '@example.com', n || '@example.com', 'Person', n::text, '' from generate_series(1, $1) n
       returning id)
     insert into sessions (id, user_id, expires_at)
     select gen_random_uuid(), id, now() + interval '1 day' from people returning id, user_id`,
    [count],
  );
  await client.end();
  const options = {
    algorithm: claims.ALGORITHM,
    issuer: claims.ISSUER,
    audience: claims.AUDIENCE,
    expiresIn: claims.ACCESS_TOKEN_SECONDS,
  };
  return rows.map(({ id, user_id }) => ({
    token: jwt.sign({ sub: String(user_id), sid: id, typ: 'access' }, signingKey, options),
  }));
}

async function startApi() {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: url,
    SECRET_KEY,
    PORT: String(PORT),
    DATA_DIR: directory,
  };
  const args = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(PROBE)}`];
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
  const child = spawn(process.execPath, [...args, 'dist/apps/api/main.js'], { env, stdio });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return child;
    if (child.exitCode !== null) throw new Error('the API ended; is it built?');
    await sleep(100);
  }
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function say(facts) {
  for (const [name, value] of Object.entries(facts)) process.stdout.write(`${name}: ${value}\n`);
}
