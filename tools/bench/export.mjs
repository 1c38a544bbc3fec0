/**
 * The export of a million tickets as CSV: how long it takes, and how much memory the API has before, at the most
 * meanwhile, and afterwards. Over a download link, as a browser loads it; then to a reader who takes 1 MB a second.
 *
 *   node tools/bench/export.mjs [tickets]
 *
 * Starts the built product on an empty data directory of its own, and removes it afterwards.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const TICKETS = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = 1_000;
const MB = 2 ** 20;
const SLOW_SECONDS = 20;
const PASSWORD = 'correct horse battery';
const PORT = 20_000 + Math.floor(Math.random() * 10_000);
const URL = `http://127.0.0.1:${PORT}`;

const home = await mkdtemp(join(tmpdir(), 'ticketing-bench-'));
const product = spawn(process.execPath, ['dist/apps/api/main.js'], {
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    DATA_DIR: home,
    PORT: String(PORT),
    ADMIN_PASSWORD: PASSWORD,
    RATE_LIMIT_FACTOR: '0',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
product.stdout.resume();
try {
  await measure();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  product.kill('SIGINT');
  await new Promise((resolve) => product.once('exit', resolve));
  await rm(home, { recursive: true, force: true });
}

async function measure() {
  while (!(await isReady())) await sleep(100);
  await fill();
  const token = await signIn();
  for (let i = 0; i < 100; i++) await get('/api/admin/tickets/?limit=100', token); // warm, as after a day's work
  await sleep(2_000);
  const before = await resident();
  const { peak, value } = await watched(() => load(token));
  await sleep(2_000);
  console.log(`${value.lines - 1} tickets, ${mb(value.bytes)} in ${value.seconds.toFixed(1)} s`);
  console.log(`resident: ${mb(before)} before, ${mb(peak)} at the most, ${mb(await resident())} afterwards`);
  console.log(`at each tenth of the file: ${value.tenths.map(mb).join(', ')}`);
  const slow = await watched(() => loadSlowly(token));
  console.log(`a reader of 1 MB a second, for ${SLOW_SECONDS} s: ${mb(slow.peak)} at the most`);
}

/** Straight in the table. What the statistics noted of it is dropped: counting it would be measured, too. */
async function fill() {
  const db = await connect();
  await db.query(
    `insert into users (role, email, email_canonical, first_name, last_name, password_hash)
       select 'user', i || '@x.test', i || '@x.test', 'Person', i::text, 'x' from generate_series(1, ${PEOPLE}) i`,
  );
  for (let done = 0; done < TICKETS; done += 50_000) {
    await db.query(
      `insert into tickets (user_id, status, priority, category, created_at, updated_at, title, description)
       select (select min(id) from users) + i % ${PEOPLE}, (array['open', 'closed'])[1 + i % 2], 'medium', 'bug',
              now() - i * interval '1 minute', now() - i * interval '1 minute', 'Printer ' || i, repeat('Smoke. ', 40)
         from generate_series($1::int, $2::int) i`,
      [done + 1, Math.min(done + 50_000, TICKETS)],
    );
    await db.query('truncate stats_changes');
  }
  await db.query('vacuum analyze');
  await db.end();
}

async function connect() {
  const password = (await readFile(join(home, 'postgres-password'), 'utf8')).trim();
  const port = Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]);
  const db = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'ticketing' });
  db.on('error', () => {}); // the product, and its database with it, may end first
  await db.connect();
  return db;
}

async function load(token) {
  const started = performance.now();
  let [bytes, lines] = [0, 0];
  const tenths = [];
  for await (const chunk of (await open(token)).body) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (lines > ((tenths.length + 1) * TICKETS) / 10) tenths.push(await resident());
  }
  return { bytes, lines, tenths, seconds: (performance.now() - started) / 1_000 };
}

async function loadSlowly(token) {
  const reader = (await open(token)).body.getReader();
  const end = performance.now() + SLOW_SECONDS * 1_000;
  while (performance.now() < end) {
    for (let taken = 0; taken < MB / 10;) taken += (await reader.read()).value?.length ?? MB;
    await sleep(100);
  }
  await reader.cancel();
}

async function open(token) {
  const answer = await fetch(`${URL}/api/admin/downloads/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ path: '/api/admin/tickets/export/' }),
  });
  return fetch(URL + (await answer.json()).url);
}

/** The most that the API had in memory while the work was done. */
async function watched(work) {
  let [peak, isDone] = [0, false];
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await resident());
      await sleep(100);
    }
  })();
  const value = await work();
  isDone = true;
  await watching;
  return { peak, value };
}

async function resident() {
  const status = await readFile(`/proc/${product.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) * 1_024;
}

async function signIn() {
  const answer = await fetch(`${URL}/api/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.com', password: PASSWORD }),
  });
  return (await answer.json()).access_token;
}

async function get(path, token) {
  const answer = await fetch(URL + path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function isReady() {
  return fetch(`${URL}/api/health/ready/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function mb(bytes) {
  return `${Math.round(bytes / MB)} MB`;
}
