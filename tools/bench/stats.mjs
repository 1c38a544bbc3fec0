/**
 * Statistics with a million tickets: how long the counters take to fill, a recount takes, and answers take; and the lists
 * that their numbers open, of the last year and of one that is long over.
 *
 *   node tools/bench/stats.mjs [tickets]
 *
 * Starts the built product on an empty data directory of its own, and removes it afterwards. With BENCH_HOME it takes
 * that directory, fills it only if it has no such number of tickets, and leaves it there; with PLANS it prints the plans.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const TICKETS = Number(process.argv[2] ?? 1_000_000);
const DAYS = 1_000;
const ADMINS = 30;
const PASSWORD = 'correct horse battery';
const PORT = 20_000 + Math.floor(Math.random() * 10_000);
const URL = `http://127.0.0.1:${PORT}`;

const given = process.env.BENCH_HOME;
const home = given ?? (await mkdtemp(join(tmpdir(), 'ticketing-bench-')));
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
  if (!given) await rm(home, { recursive: true, force: true });
}

async function measure() {
  await until('the product is ready', async () => (await fetch(`${URL}/api/health/ready/`)).ok);
  const db = await connect();
  const token = await signIn();
  if ((await count(db, 'tickets')) < TICKETS) {
    await timed(`${TICKETS} tickets inserted, each noted by the trigger`, () => fill(db));
  }
  await timed('all of them counted', () =>
    until('nothing is left to fold', async () => (await count(db, 'stats_changes')) === 0, 1_000),
  );
  console.log(`${await count(db, 'stats_rollups')} counters, ${await count(db, 'stats_spreads')} spreads`);
  await db.query('vacuum analyze');
  await timed('recounted', () => recount(db));
  for (const path of ['stats/', 'stats/agents/']) {
    for (const days of [30, 366])
      await answers(token, `/api/tickets/${path}?from=${day(days - 1)}`, `${days} days`);
  }
  await lists(token);
  await explain(db);
  await db.end();
}

/** A help desk of three years: customers come at working hours, answers take hours, resolutions days. */
async function fill(db) {
  await db.query(
    `insert into users (role, email, email_canonical, first_name, last_name, password_hash)
       select case when i <= ${ADMINS} then 'admin' else 'user' end, i || '@x.test', i || '@x.test', 'Person', i::text, 'x'
         from generate_series(1, 1000) i`,
  );
  for (let done = 0; done < TICKETS; done += 50_000) {
    await db.query(
      `insert into tickets (user_id, assigned_to_id, status, priority, category, created_at, updated_at,
                            first_response_at, resolved_at, closed_at, rated_at, score, title, description)
       select (select min(id) from users) + ${ADMINS} + i % 900, case when i % 20 > 0 then a.id end, s.status,
              (enum_range(null::ticket_priority))[1 + (random() * 3)::int],
              (array['bug', 'feature', 'support', 'billing', 'other'])[1 + (random() * 4)::int],
              c.at, c.at, c.at + exp(7 + random() * 4) * interval '1 s', r.at, r.at,
              case when i % 3 = 0 then r.at + interval '2 hours' end,
              case when i % 3 = 0 and r.at is not null then 1 + i % 5 end, 'Printer ' || i, repeat('Smoke. ', 20)
         from generate_series($1::int, $2::int) i
         join (select id, row_number() over (order by id) as n from users where role = 'admin') a
           on a.n = 1 + i % ${ADMINS}
        cross join lateral (select now() - (1 - i::float8 / ${TICKETS}) * interval '${DAYS} days'
                                   - random() * interval '8 hours' as at) c
        cross join lateral (select case when i > ${TICKETS} * 0.995 or random() < 0.003
                                        then (array['open', 'in_progress', 'pending_user'])[1 + i % 3]
                                        when i > ${TICKETS} * 0.99 then 'resolved' else 'closed' end as status) s
        cross join lateral (select case when s.status in ('resolved', 'closed')
                                        then c.at + exp(9 + random() * 4) * interval '1 s' end as at) r`,
      [done + 1, Math.min(done + 50_000, TICKETS)],
    );
  }
}

async function recount(db) {
  const before = await count(db, 'stats_reconciliations');
  await db.query(`update schedules set next_run_at = now() where name = 'reconcile-stats'`);
  await until('the recount is done', async () => (await count(db, 'stats_reconciliations')) > before, 200);
  const { rows } = await db.query(
    `select tickets, differences from stats_reconciliations order by id desc limit 1`,
  );
  console.log(`  ${rows[0].tickets} tickets, ${rows[0].differences} differences`);
}

/** Each kind of list that a number opens: of the last year, of one that ended long ago, of the busiest admin. */
async function lists(token) {
  const stats = await import('@ticketing/contracts');
  const admin = await get(token, '/api/tickets/stats/agents/').then(({ results }) => results[0].agent);
  for (const [when, from, to] of [
    ['the last year', day(365), day(0)],
    ['a year that is over', day(900), day(535)],
  ]) {
    const period = { from, to };
    const hers = stats.heldBy(admin);
    for (const [what, query] of [
      ['created', stats.createdList(period)],
      ['created, one category', stats.createdList(period, { category: ['bug'] })],
      ['created, open now', stats.createdList(period, { status: ['open'] })],
      ['created in one hour of the week', stats.createdInHourList(period, 1, 9)],
      ['resolved', stats.resolvedList(period)],
      ['resolved, one admin', stats.resolvedList(period, hers)],
      ['first answered, one admin', stats.answeredList(period, hers)],
      ['rated', stats.ratedList(period)],
      ['rated, one score', stats.ratedList(period, { score: [1] })],
      ['rated, one admin', stats.ratedList(period, hers)],
      ['active at the end', stats.activeAtEndOfList(to)],
    ]) {
      const params = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      await answers(token, `/api/tickets/?${params}`, `${when}, ${what}`);
    }
  }
}

async function get(token, path) {
  return (await fetch(URL + path, { headers: { authorization: `Bearer ${token}` } })).json();
}

async function answers(token, path, what) {
  const headers = { authorization: `Bearer ${token}` };
  const times = [];
  for (let i = 0; i < 120; i++) {
    const start = performance.now();
    const answer = await fetch(URL + path, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    if (i >= 20) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  console.log(`${path.split('?')[0]} of ${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

/** How PostgreSQL goes about it, and how long it takes without network and API. */
async function explain(db) {
  const statements = await import('../../dist/apps/api/stats/stats.statement.js');
  const { READ_AGENTS } = await import('../../dist/apps/api/stats/agent-stats.statement.js');
  const last = Math.floor(Date.now() / 86_400_000);
  for (const days of [30, 366]) {
    const current = { first: last - days + 1, last };
    const previous = { first: last - 2 * days + 1, last: last - days };
    const values = statements.periodValues({ current, previous });
    const plans = [
      [statements.READ_STATS, [...values, current.first, last]],
      [READ_AGENTS, statements.periodValues({ current })],
    ];
    for (const [{ name, text }, given] of plans) {
      const { rows } = await db.query({ text: `explain (analyze, buffers) ${text}`, values: given });
      const plan = rows.map((row) => row['QUERY PLAN']);
      console.log(`${name} of ${days} days: ${plan.at(-2)}, ${plan.at(-1)}`);
      console.log(`  ${await cpuOf(db, { name, text, values: given })} ms of CPU in PostgreSQL`);
      if (process.env.PLANS) console.log(plan.join('\n'));
    }
  }
  await timed('the same totals by group by', () =>
    db.query(`select status, priority, category, assigned_to_id, count(*) from tickets group by 1, 2, 3, 4`),
  );
}

/** CPU that one execution takes, which does not depend on what else the machine does: from /proc, in ticks of 10 ms. */
async function cpuOf(db, statement) {
  const { rows } = await db.query('select pg_backend_pid() as pid');
  const ticks = async () => {
    const fields = (await readFile(`/proc/${rows[0].pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  for (let i = 0; i < 10; i++) await db.query(statement);
  const before = await ticks();
  for (let i = 0; i < 100; i++) await db.query(statement);
  return (((await ticks()) - before) * 10) / 100;
}

async function connect() {
  const password = (await readFile(join(home, 'postgres-password'), 'utf8')).trim();
  const port = Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]);
  const db = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'ticketing' });
  db.on('error', () => {}); // the product, and its database with it, may end first
  await db.connect();
  return db;
}

async function signIn() {
  const answer = await fetch(`${URL}/api/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.com', password: PASSWORD }),
  });
  return (await answer.json()).access_token;
}

async function count(db, table) {
  const { rows } = await db.query(`select count(*)::int as n from ${table}`);
  return rows[0].n;
}

function day(ago) {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

async function timed(what, work) {
  const start = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - start) / 1_000).toFixed(2)} s`);
}

async function until(what, holds, everyMs = 300) {
  const end = Date.now() + 600_000;
  while (!(await holds().catch(() => false))) {
    if (product.exitCode !== null || Date.now() > end) throw new Error(`not so: ${what}`);
    await sleep(everyMs);
  }
}
