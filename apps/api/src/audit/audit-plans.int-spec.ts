import pg from 'pg';
import { startApi, type TestApi } from '../../test/start-api.js';
import { BY_ACTOR, OF_ALL, OF_OBJECT } from './audit.statement.js';

/** Nearly everything that happens is a comment or a change of a ticket, and nearly all of it is done by customers. */
const FILL = `
  insert into events (type, actor_id, object_model, object_id, position, dispatched_at, created_at)
  select case when i % 2 = 0 then 'comment.added' else 'ticket.edited' end, 100 + i % 500,
         case when i % 2 = 0 then 'comments' else 'tickets' end, 1 + i % 20000, i, now(),
         now() - i * interval '1 minute'
    from generate_series(1, 150000) i;
  insert into events (type, actor_id, position, dispatched_at)
  select 'notification.created', 7, 150000 + i, now() from generate_series(1, 50000) i;
  insert into events (type, actor_id, object_model, object_id, position, dispatched_at, created_at)
  select 'user.rights_changed', 100 + i, 'users', i, 200000 + i, now(), now() - i * interval '100 days'
    from generate_series(1, 3) i`;

/** Pages of the database that an answer may touch. All events are some 4,000 of them, and their indexes more. */
const MOST_PAGES = 700;

let api: TestApi;
let planner: pg.Client;
beforeAll(async () => {
  api = await startApi();
  await api.db.client.query(FILL);
  await api.db.client.query('vacuum analyze events');
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

/** Runs the statement, planned with its values and as it is kept for any values. */
async function costOf({ text }: { text: string }, values: unknown[]) {
  const costs = [];
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await planner.query(`set plan_cache_mode = ${mode}`);
    const name = `${mode} ${Math.random()}`;
    const { rows } = await planner.query({
      name,
      text: `explain (analyze, buffers, format json) ${text}`,
      values,
    });
    const plan: Plan = rows[0]['QUERY PLAN'][0].Plan;
    costs.push({
      pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      scans: nodesOf(plan).filter((node) => node === 'Seq Scan'),
    });
  }
  return costs;
}

const FIRST = ['infinity', 0, '-infinity'];
const DEEP = [new Date(Date.now() - 100_000 * 60_000).toISOString(), 0, '-infinity'];
const RARE = [['user.rights_changed'], 26];

describe('a page of the audit log costs the same however much there is', () => {
  it.each<[string, { text: string }, unknown[]]>([
    ['of everything', OF_ALL, [...FIRST, null, null, 26]],
    ['of everything, deep down', OF_ALL, [...DEEP, null, null, 26]],
    ['of a common kind of thing', OF_ALL, [...FIRST, ['tickets'], null, 26]],
    ['of a rare kind of thing', OF_ALL, [...FIRST, ['users'], null, 26]],
    ['of a kind without any', OF_ALL, [...FIRST, ['tags'], null, 26]],
    ['of a common and a rare kind', OF_ALL, [...DEEP, ['users', 'comments'], null, 26]],
    ['of a rare type', OF_ALL, [...FIRST, null, ...RARE]],
    ['of a rare type among another kind of thing', OF_ALL, [...FIRST, ['tickets'], ...RARE]],
    ['of a span without anything', OF_ALL, ['2000-01-02', 0, '2000-01-01', null, null, 26]],
    ['of one person', BY_ACTOR, [...FIRST, null, null, 26, 103]],
    ['of one person, deep down', BY_ACTOR, [...DEEP, null, null, 26, 103]],
    ['of one person and a rare type', BY_ACTOR, [...FIRST, null, ...RARE, 103]],
    ['of one person and a rare kind', BY_ACTOR, [...FIRST, ['users'], null, 26, 103]],
    ['of somebody who did nothing', BY_ACTOR, [...FIRST, null, null, 26, 7]],
    ['of one thing', OF_OBJECT, [...FIRST, 'tickets', null, 26, 77, null]],
    ['of one thing, by somebody', OF_OBJECT, [...FIRST, 'tickets', ['ticket.edited'], 26, 77, 103]],
  ])('%s', async (_, statement, values) => {
    for (const { pages, scans } of await costOf(statement, values)) {
      expect(scans).toEqual([]);
      expect(pages).toBeLessThan(MOST_PAGES);
    }
  });
  it('which this test would notice: a walk through everything touches more', async () => {
    const walk = `select 1 from events where data @> '{"changes": []}'`;
    const [cost] = await costOf({ text: walk }, []);
    expect(cost!.pages).toBeGreaterThan(MOST_PAGES);
  });
});
