import pg from 'pg';
import { startApi, type TestApi } from '../../test/start-api.js';
import { listStatement, type UserPosition } from './admin-users.statement.js';
import type { AdminUserFilterQuery } from './dto/list-admin-users.query.js';

/** Nearly all are customers of one company: active, verified, without two-factor sign-in. */
const FILL = `
  insert into users (role, email, email_canonical, first_name, last_name, password_hash, is_active, email_verified_at,
                     totp_confirmed_at, created_at)
  select case when i % 2000 = 0 then 'admin' else 'user' end, i || '@big.example', i || '@big.example',
         'Person ' || i, 'Of Big', 'x', i % 9000 <> 0, case when i % 7000 <> 0 then now() end,
         case when i % 8000 = 0 then now() end, now() - i * interval '1 minute'
    from generate_series(1, 20000) i`;

/** Pages of the database that an answer may touch. All people are some 450 of them, and more out of order. */
const MOST_PAGES = 300;

let api: TestApi;
let planner: pg.Client;
beforeAll(async () => {
  api = await startApi();
  await api.db.client.query(FILL);
  await api.db.client.query('vacuum analyze users');
  planner = new pg.Client(api.db.url);
  await planner.connect();
});
afterAll(async () => {
  await planner.end();
  await api.stop();
});

interface Plan {
  'Node Type': string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): string[] => [plan['Node Type'], ...(plan.Plans ?? []).flatMap(nodesOf)];

async function costOf({ text, values }: { text: string; values: unknown[] }) {
  const { rows } = await planner.query(`explain (analyze, buffers, format json) ${text}`, values);
  const plan: Plan = rows[0]['QUERY PLAN'][0].Plan;
  const scans = nodesOf(plan).filter((node) => node === 'Seq Scan');
  return { pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], scans };
}
const listed = (filter: AdminUserFilterQuery, after?: UserPosition) => {
  const { statement, values } = listStatement(filter, after, 26);
  return costOf({ text: statement.text, values });
};
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('a page of people costs the same however many there are', () => {
  it.each<[string, AdminUserFilterQuery, UserPosition[]]>([
    ['by name', {}, []],
    ['by name, backwards', { sort: '-name' }, []],
    ['by name, deep down', {}, [['person 8', 0]]],
    ['the newest', { sort: '-created_at' }, []],
    ['the newest, deep down', { sort: '-created_at' }, [[minutesAgo(10_000), 0]]],
    ['most of them', { is_active: true, role: 'user' }, []],
    ['admins', { role: 'admin' }, []],
    ['the newest admins', { role: 'admin', sort: '-created_at' }, []],
    ['who may not sign in', { is_active: false }, []],
    ['who is not verified', { is_email_verified: false }, []],
    ['with two-factor sign-in', { has_two_factor: true }, []],
    ['what nobody is', { role: 'admin', is_active: false, has_two_factor: true }, []],
    ['made in one hour', { created_after: minutesAgo(10_060), created_before: minutesAgo(10_000) }, []],
    ['made in one hour, the newest', { created_after: minutesAgo(60), sort: '-created_at' }, []],
    ['a rare word', { q: '4711@big' }, []],
    ['a rare word, the newest', { q: '4711@big', sort: '-created_at' }, []],
    ['a word that all have', { q: 'big.example' }, []],
    ['a word that nobody has', { q: 'nobody' }, []],
    ['two letters that all have', { q: 'of' }, []],
    ['two letters that nobody has', { q: 'zq' }, []],
    ['a rare word among a rare kind', { q: '4000@', role: 'admin' }, []],
  ])('%s', async (_, filter, [after]) => {
    const { pages, scans } = await listed(filter, after);
    expect(scans).toEqual([]);
    expect(pages).toBeLessThan(MOST_PAGES);
  });
  it('which this test would notice: looking at everybody touches more', async () => {
    const text = `select count(*) from users where first_name like '%x'`;
    expect((await costOf({ text, values: [] })).pages).toBeGreaterThan(MOST_PAGES);
  });
});
