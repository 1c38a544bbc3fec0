import {
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketSort,
  type TicketSummary,
} from '@ticketing/contracts';
import { makeAdmin, makeTag, makeUser, type Person } from '../../test/make.js';
import { dice, insertTickets, type TicketFacts } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';
import { countStatement, listStatement, type TicketFilter } from './ticket-list.statement.js';

type Row = Required<TicketFacts> & { id: number; tags: number[] };

let api: TestApi;
let ada: Person;
let admin: Person;
let tags: number[];
let rows: Row[];

const MOMENTS = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2026-02-01T00:00:00.000Z'];
const COPIED = 'created_at, updated_at, resolved_at, first_response_at, rated_at, priority, status';
const TAG_ALL = `insert into ticket_tags (ticket_id, tag_id, is_live, ${COPIED})
  select t.id, g.tag_id, t.deleted_at is null, ${COPIED.replace(/\w+/g, 't.$&')}`;

beforeAll(async () => {
  api = await startApi();
  [ada, admin] = await Promise.all([makeUser(api), makeAdmin(api)]);
  tags = [];
  for (const name of ['one', 'two', 'three']) tags.push((await makeTag(api, admin, name)).id);
  const roll = dice(11);
  const facts = Array.from({ length: 60 }, () => ({
    user_id: ada.id,
    assigned_to_id: null,
    status: roll(TICKET_STATUSES),
    priority: roll(TICKET_PRIORITIES),
    category: 'bug' as const,
    created_at: roll(MOMENTS),
    updated_at: roll(MOMENTS),
    resolved_at: roll([null, ...MOMENTS]),
    first_response_at: roll([null, ...MOMENTS]),
    rated_at: roll([null, ...MOMENTS]),
    score: null,
    deleted_at: roll([null, null, null, null, MOMENTS[0]!]),
  }));
  const ids = await insertTickets(api, facts);
  rows = facts.map((row, i) => ({ ...row, id: ids[i]!, tags: tags.filter(() => roll([true, false])) }));
  const pairs = rows.flatMap(({ id, tags: own }) => own.map((tag_id) => ({ ticket_id: id, tag_id })));
  await api.db.client.query(
    `${TAG_ALL} from jsonb_to_recordset($1) as g(ticket_id int, tag_id int) join tickets t on t.id = g.ticket_id`,
    [JSON.stringify(pairs)],
  );
});
afterAll(() => api.stop());

const RANK = {
  updated_at: (row: Row) => Date.parse(row.updated_at),
  created_at: (row: Row) => Date.parse(row.created_at),
  resolved_at: (row: Row) => row.resolved_at && Date.parse(row.resolved_at),
  first_response_at: (row: Row) => row.first_response_at && Date.parse(row.first_response_at),
  rated_at: (row: Row) => row.rated_at && Date.parse(row.rated_at),
  priority: (row: Row) => TICKET_PRIORITIES.indexOf(row.priority),
  id: (row: Row) => row.id,
};

/** What the list must be, worked out without SQL. */
function expected(sort: TicketSort, wanted: (row: Row) => boolean): number[] {
  const rank = RANK[sort.replace('-', '') as keyof typeof RANK];
  const way = sort.startsWith('-') ? -1 : 1;
  return rows
    .filter((row) => row.deleted_at === null && rank(row) !== null && wanted(row))
    .sort((a, b) => way * (Number(rank(a)) - Number(rank(b)) || a.id - b.id))
    .map(({ id }) => id);
}
const list = async (query: string) =>
  idsOf(await walk<TicketSummary>(api.as(admin), `/api/tickets/?${query}`));

describe.each(TICKET_SORTS)('tickets with a tag, sorted by %s', (sort) => {
  it.each([1, 3, 100])('are in order, in pages of %i nothing twice, nothing left out', async (limit) =>
    expect(await list(`tag=${tags[0]}&sort=${sort}&limit=${limit}`)).toEqual(
      expected(sort, (row) => row.tags.includes(tags[0]!)),
    ),
  );
  it('are in the list once with any of two tags, also in several statuses', async () => {
    const query = `tag=${tags[0]}&tag=${tags[1]}&status=open&status=closed&sort=${sort}&limit=3`;
    const wanted = ({ status, tags: own }: Row) =>
      ['open', 'closed'].includes(status) && own.some((id) => id === tags[0] || id === tags[1]);
    expect(await list(query)).toEqual(expected(sort, wanted));
  });
});

it('the total counts a ticket with two of the tags once', async () => {
  const any = tags.map((id) => `tag=${id}`).join('&');
  const { total } = (await api.as(admin).get(`/api/tickets/?${any}&limit=1`)).body;
  expect(total).toBe(expected('id', (row) => row.tags.length > 0).length);
});

it('every other filter narrows it down', async () => {
  const { body } = await api
    .as(admin)
    .get(`/api/tickets/?tag=${tags[0]}&priority=low&user=${ada.id}&limit=100`);
  const wanted = expected('-updated_at', (row) => row.tags.includes(tags[0]!) && row.priority === 'low');
  expect([idsOf([body]), body.total]).toEqual([wanted, wanted.length]);
});

/** 26 rows of the page with their newest comments and tags; at 400,000 tickets they are not more. */
const MOST_PAGES = 300;

describe('at many tickets', () => {
  /** 30,000 tickets: one tag on every second, one on a thousand old ones, one on ten of the oldest. */
  beforeAll(async () => {
    await api.db.client.query(
      `insert into tickets (user_id, status, priority, category, created_at, updated_at, resolved_at,
                            first_response_at, rated_at, title, description)
         select $1, case when i % 500 = 0 then 'open' else 'closed' end, (enum_range(null::ticket_priority))[1 + i % 4],
                'bug', m, m, m, m, case when i % 3 = 0 then m end, 'Printer ' || i, 'Smoke.'
           from generate_series(1, 30000) i, lateral (select timestamptz '2025-01-01' + i * interval '1 minute' as m) at`,
      [ada.id],
    );
    await api.db.client.query('delete from ticket_tags');
    const many = `from (select id, row_number() over (order by id) n from tickets) k join tickets t on t.id = k.id`;
    for (const [condition, tag] of [
      ['n % 2 = 0', 0],
      ['n between 100 and 1099', 1],
      ['n between 61 and 70', 2],
    ] as const) {
      await api.db.client.query(`${TAG_ALL} ${many}, (select $1::int as tag_id) g where ${condition}`, [
        tags[tag],
      ]);
    }
    await api.db.client.query('vacuum analyze');
  });

  /** Pages of memory that PostgreSQL looked at: what it costs, whatever the machine. */
  async function pagesOf({ text }: { text: string }, values: unknown[]): Promise<number> {
    const explain = `explain (analyze, buffers, format json) ${text}`;
    const { rows: plans } = await api.db.client.query(explain, values);
    const { Plan: plan } = plans[0]['QUERY PLAN'][0];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  const filters: [string, () => TicketFilter][] = [
    ['on half of all', () => ({ tag: [tags[0]!] })],
    ['on half of all, with a rare status', () => ({ tag: [tags[0]!], status: ['open'] })],
    ['on a thousand old ones', () => ({ tag: [tags[1]!] })],
    ['on ten of the oldest', () => ({ tag: [tags[2]!] })],
    ['any of three', () => ({ tag: tags })],
    ['that was deleted', () => ({ tag: [2_000_000_000] })],
  ];

  describe.each(filters)('a list by a tag %s', (name, filter) => {
    // a status has an order of its own by date of change only, with a tag as without
    const sorts = name.includes('status') ? (['-updated_at', 'updated_at'] as const) : TICKET_SORTS;
    it.each(sorts)('reads no more than its page, sorted by %s', async (sort) => {
      const { statement, values } = listStatement(admin, { filter: filter(), sort, rows: 26 });
      expect(await pagesOf(statement, values)).toBeLessThan(MOST_PAGES);
    });
    it('reads no more in the middle of it', async () => {
      const after = ['2025-01-05T00:00:00.000Z', 5_000];
      const request = { filter: filter(), sort: '-updated_at' as const, rows: 26, after };
      const { statement, values } = listStatement(admin, request);
      expect(await pagesOf(statement, values)).toBeLessThan(MOST_PAGES);
    });
  });

  it('a count stops where all counts stop', async () => {
    const { statement, values } = countStatement(admin, { tag: [tags[0]!] });
    const { rows: counted } = await api.db.client.query(statement.text, values);
    expect(counted).toEqual([{ count: 10_001 }]);
  });
});
