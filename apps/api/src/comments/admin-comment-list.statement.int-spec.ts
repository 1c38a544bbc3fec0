import pg from 'pg';
import { makeAdmin, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import {
  type AdminCommentFilter,
  type AdminCommentRequest,
  type Built,
  keysStatement,
  searchStatement,
  walkOf,
  walkStatement,
} from './admin-comment-list.statement.js';

/** Enough that reading all of them would show: every plan below is the one of a million. */
const COMMENTS = 60_000;
const ROWS = 26;

let api: TestApi;
let bob: Person;
let planner: pg.Client;

/** Ten authors, half of the comments notes, every tenth deleted; all have a common word, few a rare one. */
beforeAll(async () => {
  api = await startApi();
  bob = await makeAdmin(api);
  await api.db.client.query(`
    insert into users (role, email, email_canonical, first_name, last_name, password_hash)
      select 'user', i || '@x.test', i || '@x.test', 'Person', i::text, 'x' from generate_series(1, 10) i;
    insert into tickets (user_id, title, description, category, priority, created_at, updated_at)
      select ${bob.id}, 'Printer ' || i, 'Smoke.', 'bug', 'low', now(), now() from generate_series(1, 100) i;
    insert into ticket_comments (ticket_id, author_id, is_internal, created_at, updated_at, deleted_at, content)
      select (select min(id) from tickets) + i % 100, ${bob.id} + i % 11, i % 2 = 0, now() - i * interval '1 min', now(),
             case when i % 10 = 0 then now() end, 'Common words, rare' || i
        from generate_series(1, ${COMMENTS}) i;
    insert into ticket_search (ticket_id, comment_id, is_internal, document)
      select ticket_id, id, is_internal, to_tsvector('simple', content) from ticket_comments where deleted_at is null`);
  await api.db.client.query('vacuum analyze');
  planner = new pg.Client(api.db.url);
  await planner.connect();
});
afterAll(async () => {
  await planner.end();
  await api.stop();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows that the statement looks at in all its scans, kept or not. */
async function rowsRead({ statement, values }: Built<object>): Promise<number> {
  const { rows } = await planner.query(`explain (analyze, format json) ${statement.text}`, values);
  return nodesOf(rows[0]['QUERY PLAN'][0].Plan as Plan)
    .filter((node) => node['Node Type'].includes('Scan') && node['Relation Name'] !== undefined)
    .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
    .reduce((sum, read) => sum + read, 0);
}

const asked = (filter: AdminCommentFilter, after?: AdminCommentRequest['after']): AdminCommentRequest => ({
  filter,
  rows: ROWS,
  after,
});
const midway = (): [string, number] => [new Date(Date.now() - (COMMENTS / 2) * 60_000).toISOString(), 1];

const FILTERS: [string, () => AdminCommentFilter][] = [
  ['all', () => ({})],
  ['an author', () => ({ author: bob.id + 3 })],
  ['notes', () => ({ is_internal: true })],
  ['notes of an author', () => ({ author: bob.id + 3, is_internal: true })],
  ['a time long ago', () => ({ created_before: midway()[0] })],
  [
    'an author at a time',
    () => ({ author: bob.id, created_after: '2020-01-01', created_before: midway()[0] }),
  ],
  ['deleted ones', () => ({ is_deleted: true })],
  ['deleted ones of an author', () => ({ is_deleted: true, author: bob.id + 3 })],
  ['deleted notes', () => ({ is_deleted: true, is_internal: true })],
];

describe('a page of the list reads little more than it shows', () => {
  it.each(FILTERS)('of %s', async (_, filter) => {
    expect(await rowsRead(keysStatement(asked(filter())))).toBeLessThanOrEqual(4 * ROWS);
  });
  it.each(FILTERS)('in the middle, of %s', async (_, filter) => {
    expect(await rowsRead(keysStatement(asked(filter(), midway())))).toBeLessThanOrEqual(4 * ROWS);
  });
  it.each([
    [false, 1],
    [true, 0],
  ])('of a ticket (deleted: %s): its own comments', async (is_deleted, nth) => {
    const { rows } = await planner.query('select id from tickets order by id');
    const read = await rowsRead(keysStatement(asked({ ticket: rows[nth].id, is_deleted })));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual((2 * COMMENTS) / 100);
  });
});

describe('a search reads', () => {
  it.each(FILTERS)('for a common word the newest of %s', async (_, filter) => {
    const read = await rowsRead(walkStatement(asked({ ...filter(), q: 'common' })));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(4 * walkOf(filter()) + 200);
  });
  it.each(FILTERS)('for a rare word those that have it, of %s', async (_, filter) => {
    const q = filter().is_deleted ? 'rare5990' : 'rare5999';
    const read = await rowsRead(searchStatement(asked({ ...filter(), q })));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(100);
  });
});
