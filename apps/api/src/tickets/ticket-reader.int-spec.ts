import type { TicketSummary } from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let cleo: Person;

/** Tickets by what is special about them. */
const NAMES = [
  'plain',
  'urgent',
  'billing',
  'waiting',
  'closed',
  'bobs',
  'cleos',
  'old',
  "bob's own",
  'deleted',
];

beforeAll(async () => {
  api = await startApi();
  [ada, eve, bob, cleo] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api), makeAdmin(api)]);
  await insertTickets(api, [
    { user_id: ada.id },
    { user_id: ada.id, priority: 'urgent', first_response_at: '2026-01-02T09:30:00Z' },
    { user_id: eve.id, category: 'billing' },
    { user_id: eve.id, status: 'pending_user' },
    {
      user_id: eve.id,
      status: 'closed',
      resolved_at: '2026-01-03T00:00:00Z',
      rated_at: '2026-01-05T12:00:00Z',
      score: 2,
    },
    {
      user_id: ada.id,
      assigned_to_id: bob.id,
      status: 'in_progress',
      rated_at: '2026-01-06T12:00:00Z',
      score: 5,
    },
    { user_id: eve.id, assigned_to_id: cleo.id, status: 'resolved', resolved_at: '2026-01-04T00:00:00Z' },
    { user_id: eve.id, created_at: '2020-05-05T12:00:00Z', updated_at: '2020-06-06T12:00:00Z' },
    { user_id: bob.id, assigned_to_id: bob.id, first_response_at: '2026-01-02T10:00:00Z' },
    { user_id: ada.id, deleted_at: '2026-01-02T00:00:00Z' },
  ]);
});
afterAll(() => api.stop());

/** Names of the tickets in the answer, in the order of their making. */
async function found(person: Person, path: string): Promise<string[]> {
  const { status, body } = await api.as(person).get(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  expect(body.total).toBe(body.results.length);
  return body.results.map(({ id }: TicketSummary) => NAMES[id - 1]).reverse();
}
const LIST = '/api/tickets/?sort=-id';

describe('GET /api/tickets/', () => {
  it.each([
    ['', ['plain', 'urgent', 'billing', 'waiting', 'closed', 'bobs', 'cleos', 'old', "bob's own"]],
    ['&status=closed', ['closed']],
    ['&status=closed&status=pending_user', ['waiting', 'closed']],
    ['&priority=urgent', ['urgent']],
    ['&priority=urgent&priority=low', ['urgent']],
    ['&category=billing&category=feature', ['billing']],
    ['&assigned_to=me', ['bobs', "bob's own"]],
    ['&assigned_to=none&status=open', ['plain', 'urgent', 'billing', 'old']],
    ['&assigned_to=4', ['cleos']],
    ['&user=1&status=open', ['plain', 'urgent']],
    ['&created_before=2020-05-05T12:00:00.001Z', ['old']],
    ['&created_before=2020-05-05T12:00:00Z', []],
    ['&created_after=2020-05-05T12:00:00Z&created_before=2021-01-01', ['old']],
    ['&updated_after=2020-06-06T14:00:00%2B02:00&updated_before=2020-06-06T12:00:00.001Z', ['old']],
    ['&updated_before=2020-06-06', []],
    ['&resolved_after=2026-01-03', ['closed', 'cleos']],
    ['&resolved_after=2026-01-03T00:00:00.001Z', ['cleos']],
    ['&resolved_before=2026-01-04', ['closed']],
    ['&resolved_before=2026-01-03&status=closed', []],
    ['&first_response_after=2026-01-02T09:30:00Z', ['urgent', "bob's own"]],
    ['&first_response_after=2026-01-02&first_response_before=2026-01-02T10:00:00Z', ['urgent']],
    ['&first_response_before=2026-01-03&assigned_to=me', ["bob's own"]],
    ['&score=2', ['closed']],
    ['&score=5&score=2&score=3', ['closed', 'bobs']],
    ['&score=1', []],
    ['&rated_after=2026-01-06', ['bobs']],
    ['&rated_after=2026-01-05&rated_before=2026-01-06&score=2&score=5', ['closed']],
    // 5 May 2020 was a Tuesday, 1 January 2026 a Thursday
    ['&created_weekday=2', ['old']],
    ['&created_hour=12', ['old']],
    ['&created_weekday=2&created_hour=12', ['old']],
    ['&created_weekday=2&created_hour=12&created_after=2021-01-01', []],
    ['&created_weekday=4&created_hour=12', []],
    ['&created_weekday=4&created_hour=0&status=closed', ['closed']],
    ['&active_at=2020-05-05T12:00:00Z', []],
    ['&active_at=2020-05-06', ['old']],
    [
      '&active_at=2026-01-03',
      ['plain', 'urgent', 'billing', 'waiting', 'closed', 'bobs', 'cleos', 'old', "bob's own"],
    ],
    [
      '&active_at=2026-01-03T00:00:00.001Z',
      ['plain', 'urgent', 'billing', 'waiting', 'bobs', 'cleos', 'old', "bob's own"],
    ],
    ['&active_at=2026-01-03T12:00:00Z&user=2', ['billing', 'waiting', 'cleos', 'old']],
    ['&active_at=2026-01-03T12:00:00Z&status=resolved', ['cleos']],
    ['&q=printer%203', ['billing']],
    ['&status=open&priority=medium&category=bug&assigned_to=none&user=2&q=smoke', ['old']],
    ['&user=999', []],
  ])('an admin finds with "%s": %j', async (query, names) => {
    const byId = query.replace('user=1', `user=${ada.id}`).replace('user=2', `user=${eve.id}`);
    expect(await found(bob, LIST + byId.replace('assigned_to=4', `assigned_to=${cleo.id}`))).toEqual(names);
  });
  it('a user finds only their own', async () =>
    expect(await found(ada, LIST)).toEqual(['plain', 'urgent', 'bobs']));
  it("a user finds nothing of somebody else's, however they ask", async () => {
    expect(await found(ada, `${LIST}&user=${eve.id}`)).toEqual([]);
    expect(await found(ada, `${LIST}&assigned_to=${cleo.id}`)).toEqual([]);
    expect(await found(ada, `${LIST}&q=billing`)).toEqual([]);
    expect(await found(ada, `${LIST}&score=2`)).toEqual([]);
    expect(await found(ada, `${LIST}&active_at=2026-01-03`)).toEqual(['plain', 'urgent', 'bobs']);
    expect(await found(ada, '/api/tickets/?sort=-resolved_at')).toEqual([]);
  });
  it.each([
    'status=done',
    'priority=5',
    'category=bugs',
    'assigned_to=nobody',
    'user=me',
    'created_after=yesterday',
    'created_before=2026-02-31',
    'updated_after=1764000000',
    'updated_before=2026-13-01',
    `q=${'x'.repeat(201)}`,
    'first_response_after=soon',
    'score=0',
    'score=6',
    'score=1.5',
    'score=good',
    'rated_before=2026-02-30',
    'created_weekday=0',
    'created_weekday=8',
    'created_hour=24',
    'created_hour=noon',
    'active_at=now',
    'sort=title',
    'limit=0',
    'cursor=abc',
  ])('400 for ?%s', async (query) => {
    const { status, body } = await api.as(ada).get(`/api/tickets/?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([400, `?${query.split('=')[0]}`]);
  });
  it('401 without a token', async () => expect((await api.get('/api/tickets/')).status).toBe(401));
});

describe('GET /api/tickets/my_tickets/', () => {
  it('shows an admin only the tickets that they opened', async () =>
    expect(await found(bob, '/api/tickets/my_tickets/?sort=-id')).toEqual(["bob's own"]));
  it('cannot be talked into more', async () =>
    expect(await found(bob, `/api/tickets/my_tickets/?sort=-id&user=${ada.id}`)).toEqual(["bob's own"]));
  it('takes the same filters as the list', async () => {
    expect(await found(ada, '/api/tickets/my_tickets/?sort=-id&priority=urgent')).toEqual(['urgent']);
    expect(await found(ada, '/api/tickets/my_tickets/?sort=-id&score=5')).toEqual(['bobs']);
    expect(await found(ada, '/api/tickets/my_tickets/?sort=-id&active_at=2026-01-03&created_hour=0')).toEqual(
      ['plain', 'urgent', 'bobs'],
    );
    expect((await api.as(ada).get('/api/tickets/my_tickets/?sort=x')).status).toBe(400);
  });
  it('401 without a token', async () => expect((await api.get('/api/tickets/my_tickets/')).status).toBe(401));
});

describe('GET /api/tickets/assigned_to_me/', () => {
  it('shows what the admin has', async () =>
    expect(await found(bob, '/api/tickets/assigned_to_me/?sort=-id')).toEqual(['bobs', "bob's own"]));
  it('cannot be talked into more', async () =>
    expect(await found(bob, '/api/tickets/assigned_to_me/?sort=-id&assigned_to=none')).toEqual([
      'bobs',
      "bob's own",
    ]));
  it('400 for an unknown filter value, 401 without a token, 403 for users', async () => {
    const path = '/api/tickets/assigned_to_me/';
    const answers = [api.as(bob).get(`${path}?status=x`), api.get(path), api.as(ada).get(path)];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 401, 403]);
  });
});

describe('GET /api/tickets/counts/', () => {
  const exactly = (total: number) => ({ total, total_at_least: null });

  it('counts the active tickets behind each tab of an admin', async () =>
    expect((await api.as(bob).get('/api/tickets/counts/')).body).toEqual({
      my_tickets: exactly(1),
      all: exactly(7),
      assigned_to_me: exactly(2),
      unassigned: exactly(5),
    }));
  it('shows users only the count of their own', async () =>
    expect((await api.as(eve).get('/api/tickets/counts/')).body).toEqual({
      my_tickets: exactly(3),
      all: null,
      assigned_to_me: null,
      unassigned: null,
    }));
  it('401 without a token', async () => expect((await api.get('/api/tickets/counts/')).status).toBe(401));
});
