import {
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketSort,
  type TicketSummary,
} from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { dice, insertTickets, type TicketFacts } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

type Row = Required<TicketFacts> & { id: number };

let api: TestApi;
let ada: Person;
let eve: Person;
let admin: Person;
let rows: Row[];

/** Few different moments and priorities for many tickets: most share their sort value with others. */
const MOMENTS = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2026-02-01T00:00:00.000Z'];

beforeAll(async () => {
  api = await startApi();
  [ada, eve, admin] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
  const roll = dice(7);
  const facts = Array.from({ length: 60 }, () => ({
    user_id: roll([ada.id, eve.id]),
    assigned_to_id: roll([admin.id, null]),
    status: roll(TICKET_STATUSES),
    priority: roll(TICKET_PRIORITIES),
    category: 'bug' as const,
    created_at: roll(MOMENTS),
    updated_at: roll(MOMENTS),
    resolved_at: roll([null, ...MOMENTS]),
    first_response_at: roll([null, ...MOMENTS]),
    rated_at: roll([null, ...MOMENTS]),
    score: roll([null, 1, 5]),
    deleted_at: roll([null, null, null, null, MOMENTS[0]!]),
  }));
  const ids = await insertTickets(api, facts);
  rows = facts.map((row, i) => ({ ...row, id: ids[i]! }));
});
afterAll(() => api.stop());

const time = (moment: string | null) => (moment === null ? null : Date.parse(moment));
const RANK = {
  updated_at: (row: Row) => Date.parse(row.updated_at),
  created_at: (row: Row) => Date.parse(row.created_at),
  priority: (row: Row) => TICKET_PRIORITIES.indexOf(row.priority),
  resolved_at: (row: Row) => time(row.resolved_at),
  first_response_at: (row: Row) => time(row.first_response_at),
  rated_at: (row: Row) => time(row.rated_at),
  id: (row: Row) => row.id,
};

/** What the list must be, worked out without SQL. */
function expected(sort: TicketSort, wanted: (row: Row) => boolean = () => true): number[] {
  const rank = RANK[sort.replace('-', '') as keyof typeof RANK];
  const way = sort.startsWith('-') ? -1 : 1;
  return rows
    .filter((row) => row.deleted_at === null && rank(row) !== null && wanted(row))
    .sort((a, b) => way * (rank(a)! - rank(b)! || a.id - b.id))
    .map(({ id }) => id);
}
const list = async (person: Person, query: string) =>
  idsOf(await walk<TicketSummary>(api.as(person), `/api/tickets/?${query}`));

describe.each(TICKET_SORTS)('sorted by %s', (sort) => {
  it('all tickets that have it are in order, ties by id', async () =>
    expect(await list(admin, `sort=${sort}&limit=100`)).toEqual(expected(sort)));
  it.each([1, 2, 7])('pages of %i are the same list, nothing twice, nothing left out', async (limit) =>
    expect(await list(admin, `sort=${sort}&limit=${limit}`)).toEqual(expected(sort)),
  );
  it('so are pages of several statuses', async () =>
    expect(await list(admin, `sort=${sort}&limit=2&status=open&status=closed&status=resolved`)).toEqual(
      expected(sort, ({ status }) => ['open', 'closed', 'resolved'].includes(status)),
    ));
  it("so are pages of a user's own tickets", async () =>
    expect(await list(ada, `sort=${sort}&limit=2`)).toEqual(expected(sort, (row) => row.user_id === ada.id)));
});

it('the newest change comes first when nothing is said', async () =>
  expect(await list(admin, 'limit=7')).toEqual(expected('-updated_at')));
it('25 are on a page when nothing is said', async () =>
  expect((await api.as(admin).get('/api/tickets/')).body.results).toHaveLength(25));
it('a status said twice counts once', async () =>
  expect(await list(admin, 'status=open&status=open&limit=7')).toEqual(
    expected('-updated_at', ({ status }) => status === 'open'),
  ));

describe('the total', () => {
  it.each(['-resolved_at', 'first_response_at', '-rated_at'] as const)(
    'is that of the tickets that have the moment which the list is sorted by: %s',
    async (sort) => {
      const { body } = await api.as(admin).get(`/api/tickets/?limit=1&sort=${sort}`);
      expect(body.total).toBe(expected(sort).length);
    },
  );
  it('is the same on every page', async () => {
    const pages = await walk(api.as(admin), '/api/tickets/?limit=7&status=open&status=closed');
    const all = expected('id', ({ status }) => ['open', 'closed'].includes(status));
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([all.length]));
  });
  it('counts only what the reader may see', async () => {
    const own = expected('id', (row) => row.user_id === ada.id);
    expect((await api.as(ada).get('/api/tickets/?limit=1')).body.total).toBe(own.length);
  });
});

describe('a cursor', () => {
  const cursorOf = async (person: Person, query: string): Promise<string> =>
    (await api.as(person).get(`/api/tickets/?limit=2&${query}`)).body.next_cursor;
  const statusWith = async (person: Person, path: string, cursor: string) =>
    (await api.as(person).get(`${path}&cursor=${cursor}`)).status;

  it('may be carried to another page size', async () =>
    expect(await statusWith(admin, '/api/tickets/?limit=5&sort=id', await cursorOf(admin, 'sort=id'))).toBe(
      200,
    ));
  it.each([
    ['another sort', '/api/tickets/?sort=-id'],
    ['another filter', '/api/tickets/?sort=id&status=open'],
    ['no filter', '/api/tickets/?sort=id&priority=low'],
    ['another list', '/api/tickets/my_tickets/?sort=id'],
    ['the list of people', '/api/users/?'],
  ])('400 for %s', async (_, path) =>
    expect(await statusWith(admin, path, await cursorOf(admin, 'sort=id'))).toBe(400),
  );
  it('400 for another person', async () =>
    expect(await statusWith(eve, '/api/tickets/?sort=id', await cursorOf(ada, 'sort=id'))).toBe(400));
  it('400 after one letter was changed', async () => {
    const cursor = await cursorOf(admin, 'sort=id');
    const forged = cursor.replace(/^./, (letter) => (letter === 'W' ? 'X' : 'W'));
    expect(await statusWith(admin, '/api/tickets/?sort=id', forged)).toBe(400);
  });
});

it('tickets that arrive while somebody pages are neither shown twice nor do they push others out', async () => {
  const before = expected('-id', (row) => row.user_id === eve.id);
  const first = (await api.as(eve).get('/api/tickets/?sort=-id&limit=3')).body;
  const [arrived] = await insertTickets(api, [{ user_id: eve.id }]);
  const rest = await walk<TicketSummary>(api.as(eve), '/api/tickets/?sort=-id&limit=3', first.next_cursor);
  await api.db.client.query('delete from tickets where id = $1', [arrived]);
  expect([...idsOf([first]), ...idsOf(rest)]).toEqual(before);
});
