import type { TagView, TicketView, TimelineEntry } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTag, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let printer: TagView;
let vip: TagView;
let gone: TagView;
beforeAll(async () => {
  api = await startApi();
  [ada, eve, bob] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
  printer = await makeTag(api, bob, 'printer');
  vip = await makeTag(api, bob, 'VIP', 'purple');
  gone = await makeTag(api, bob, 'Gone');
  await api.as(bob).delete(`/api/admin/tags/${gone.id}/`);
});
afterAll(() => api.stop());

const TICKET = { title: 'Printer on fire', description: 'Smoke.', category: 'bug', priority: 'low' };
const refOf = ({ id, name, color }: TagView) => ({ id, name, color });
const pathOf = ({ id }: { id: number }) => `/api/tickets/${id}/`;
const tag = (ticket: { id: number }, tags: unknown, headers = {}) =>
  api.as(bob).patch(pathOf(ticket), { tags }, headers);
const seenBy = async (person: Person, ticket: { id: number }): Promise<TicketView> =>
  (await api.as(person).get(pathOf(ticket))).body;
const historyFor = async (person: Person, ticket: { id: number }): Promise<TimelineEntry[]> =>
  (await api.as(person).get(`${pathOf(ticket)}timeline/`)).body.results;

describe('PATCH /api/tickets/{id}/ with tags', () => {
  it('puts exactly these on it; lists and pages show them by name', async () => {
    const ticket = await makeTicket(api, ada);
    const { status, body } = await tag(ticket, [vip.id, printer.id]);
    expect([status, body.tags]).toEqual([200, [refOf(printer), refOf(vip)]]);
    await tag(ticket, [vip.id]);
    expect((await seenBy(bob, ticket)).tags).toEqual([refOf(vip)]);
    const { results } = (await api.as(bob).get('/api/tickets/?sort=-id&limit=1')).body;
    expect(results[0].tags).toEqual([refOf(vip)]);
    expect((await tag(ticket, [])).body.tags).toEqual([]);
  });
  it('says in the history what they were and are, by name, to admins only', async () => {
    const ticket = await makeTicket(api, ada);
    await tag(ticket, [printer.id]);
    await tag(ticket, [printer.id, vip.id]);
    await tag(ticket, []);
    const entries = (await historyFor(bob, ticket)).filter(({ type }) => type === 'ticket.tagged');
    expect(entries.map(({ is_internal, changes }) => [is_internal, changes])).toEqual([
      [true, [{ field: 'tags', from: 'printer, VIP', to: null }]],
      [true, [{ field: 'tags', from: 'printer', to: 'printer, VIP' }]],
      [true, [{ field: 'tags', from: null, to: 'printer' }]],
    ]);
    expect((await historyFor(ada, ticket)).map(({ type }) => type)).toEqual(['ticket.created']);
  });
  it('keeps what other fields changed apart: the requester sees those', async () => {
    const ticket = await makeTicket(api, ada);
    await api.as(bob).patch(pathOf(ticket), { priority: 'urgent', tags: [vip.id] });
    expect((await historyFor(ada, ticket))[0]).toMatchObject({
      type: 'ticket.edited',
      changes: [{ field: 'priority', from: 'medium', to: 'urgent' }],
    });
  });
  it('is a new version for admins, and none for the requester, for whom nothing was updated', async () => {
    const ticket = await makeTicket(api, ada);
    const { headers, body } = await tag(ticket, [vip.id]);
    expect([headers['etag'], body.version]).toEqual(['"2"', 2]);
    const seen = await seenBy(ada, ticket);
    expect([seen.version, seen.updated_at]).toEqual([1, ticket.updated_at]);
    const edit = await api.as(ada).patch(pathOf(ticket), { title: 'New title' }, { 'if-match': '"1"' });
    expect(edit.status).toBe(200);
    expect((await seenBy(bob, ticket)).version).toBe(3);
  });
  it('412 for an old version: of changes at the same moment one is made', async () => {
    const ticket = await makeTicket(api, ada);
    const sets = [[vip.id], [printer.id], [vip.id, printer.id]];
    const answers = await Promise.all(sets.map((set) => tag(ticket, set, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
  it('makes neither version nor history when they are the same', async () => {
    const ticket = await makeTicket(api, ada);
    await tag(ticket, [vip.id, printer.id]);
    const { body } = await tag(ticket, [printer.id, vip.id]);
    expect([body.version, (await historyFor(bob, ticket)).length]).toEqual([2, 2]);
  });
  it('400 with a pointer for what is deleted, never was, is named twice or too many, and nothing changes', async () => {
    const ticket = await makeTicket(api, ada);
    const tooMany = Array.from({ length: 21 }, (_, i) => i + 1);
    for (const bad of [[gone.id], [vip.id, 2_000_000_000], [vip.id, vip.id], tooMany, 'x', null, [null]]) {
      const answer = await api.as(bob).patch(pathOf(ticket), { tags: bad, title: 'Never' });
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/tags');
    }
    expect(await seenBy(bob, ticket)).toMatchObject({ version: 1, tags: [], title: ticket.title });
  });
  it('ignores them from the requester, known or not, and shows them none', async () => {
    const ticket = await makeTicket(api, ada);
    await tag(ticket, [vip.id]);
    for (const tags of [[printer.id], [2_000_000_000], []]) {
      const { status, body } = await api.as(ada).patch(pathOf(ticket), { tags });
      expect([status, body.tags, body.can.tag]).toEqual([200, [], false]);
    }
    expect((await seenBy(bob, ticket)).tags).toEqual([refOf(vip)]);
  });
  it('404 for a foreign ticket, 401 for nobody', async () => {
    const ticket = await makeTicket(api, ada);
    expectProblem(await api.as(eve).patch(pathOf(ticket), { tags: [vip.id] }), 404);
    expectProblem(await api.patch(pathOf(ticket), { tags: [vip.id] }), 401);
  });
});

describe('POST /api/tickets/ with tags', () => {
  it('opens a tagged ticket for an admin', async () => {
    const { status, body } = await api.as(bob).post('/api/tickets/', { ...TICKET, tags: [vip.id] });
    expect([status, body.tags, body.version]).toEqual([201, [refOf(vip)], 1]);
    expect((await historyFor(bob, body)).map(({ type }) => type)).toEqual([
      'ticket.tagged',
      'ticket.created',
    ]);
  });
  it('400 for an unknown one, and no ticket', async () => {
    const count = async () => (await api.db.client.query('select count(*) from tickets')).rows;
    const before = await count();
    const answer = await api.as(bob).post('/api/tickets/', { ...TICKET, tags: [gone.id] });
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/tags');
    expect(await count()).toEqual(before);
  });
  it('ignores them from users', async () => {
    const { status, body } = await api.as(ada).post('/api/tickets/', { ...TICKET, tags: [vip.id] });
    expect([status, body.tags]).toEqual([201, []]);
    expect((await seenBy(bob, body)).tags).toEqual([]);
  });
});

describe('GET /api/tickets/?tag=', () => {
  it.each(['/api/tickets/', '/api/tickets/my_tickets/'])(
    '400 for users, word for word the same for a tag that is there and one that never was: %s',
    async (path) => {
      const ask = async (id: number) => {
        const answer = await api.as(ada).get(`${path}?tag=${id}`);
        expectProblem(answer, 400);
        return { ...answer.body, request_id: '' };
      };
      const refused = await ask(vip.id);
      expect(refused.errors[0].pointer).toBe('?tag');
      expect([await ask(gone.id), await ask(2_000_000_000)]).toEqual([refused, refused]);
    },
  );
  it.each([
    'x',
    '0',
    '-1',
    '1.5',
    '2147483648',
    '',
    '1&tag=x',
    Array.from({ length: 11 }, (_, i) => i + 1).join('&tag='),
  ])('400 for ?tag=%s', async (value) => {
    const answer = await api.as(bob).get(`/api/tickets/?tag=${value}`);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('?tag');
  });
  it('finds nothing by one that is deleted or never was', async () => {
    for (const id of [gone.id, 2_000_000_000]) {
      expect((await api.as(bob).get(`/api/tickets/?tag=${id}`)).body).toMatchObject({
        results: [],
        total: 0,
      });
    }
  });
  it('follows a ticket that changes its status, is written to, deleted and restored', async () => {
    const fresh = await makeTag(api, bob, 'Fresh');
    const [one, other] = [await makeTicket(api, ada), await makeTicket(api, ada)];
    for (const ticket of [one, other]) await tag(ticket, [fresh.id]);
    const found = async (query = '') => {
      const { results } = (await api.as(bob).get(`/api/tickets/?tag=${fresh.id}${query}`)).body;
      return results.map(({ id }: { id: number }) => id);
    };
    await makeComment(api, bob, one.id);
    expect(await found()).toEqual([one.id, other.id]);
    await api.as(bob).patch(pathOf(other), { status: 'resolved', priority: 'urgent' });
    expect(await found('&sort=-priority')).toEqual([other.id, one.id]);
    expect(await found('&status=open')).toEqual([one.id]);
    expect(await found('&status=resolved&status=closed')).toEqual([other.id]);
    await api.as(bob).delete(pathOf(one));
    expect(await found()).toEqual([other.id]);
    await api.as(bob).post(`${pathOf(one)}restore/`);
    expect(await found('&sort=id')).toEqual([one.id, other.id]);
  });
});
