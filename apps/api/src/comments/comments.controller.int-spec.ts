import type { CommentView } from '@ticketing/contracts';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let admin: Person;

beforeAll(async () => {
  api = await startApi();
  [ada, eve, admin] = await Promise.all([
    makeUser(api, { first: 'Ada', last: 'X' }),
    makeUser(api),
    makeAdmin(api),
  ]);
});
afterAll(() => api.stop());

const newTicket = async () => (await makeTicket(api, ada)).id;

describe.each(['comments', 'add_comment'])('POST /api/tickets/{id}/%s/', (route) => {
  const say = (person: Person, id: number, body: object) =>
    api.as(person).post(`/api/tickets/${id}/${route}/`, body);

  it('says something as the caller', async () => {
    const id = await newTicket();
    const { status, body } = await say(ada, id, { content: ' It **burns**.\n' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(Number),
      ticket: id,
      author: { id: ada.id, name: 'Ada X', role: 'user', avatar: null },
      content: 'It **burns**.',
      is_internal: false,
      source: null,
      created_at: expect.any(String),
      updated_at: body.created_at,
      version: 1,
      can: { edit: false, delete: false },
    });
  });
  it('lets admins write an internal note', async () =>
    expect(
      (await say(admin, await newTicket(), { content: 'Hm.', is_internal: true })).body.is_internal,
    ).toBe(true));
  it('ignores another author and another time', async () => {
    const fields = {
      content: 'Mine.',
      author: eve.id,
      author_id: eve.id,
      created_at: '2020-01-01T00:00:00Z',
    };
    const { body } = await say(ada, await newTicket(), fields);
    expect(body.author.id).toBe(ada.id);
    expect(body.created_at).not.toMatch(/^2020/);
  });
  it('takes 20,000 code points', async () =>
    expect((await say(ada, await newTicket(), { content: '😀'.repeat(20_000) })).status).toBe(201));
  it.each([
    ['nothing', {}, '/content'],
    ['only spaces', { content: ' \n ' }, '/content'],
    ['20,001 code points', { content: 'x'.repeat(20_001) }, '/content'],
    ['null', { content: null }, '/content'],
    ['"false" for a flag', { content: 'x', is_internal: 'false' }, '/is_internal'],
    ['null for a flag', { content: 'x', is_internal: null }, '/is_internal'],
  ])('400 for %s, and nothing is said', async (_, body, pointer) => {
    const id = await newTicket();
    const answer = await say(ada, id, body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
    expect((await api.as(ada).get(`/api/tickets/${id}/comments/`)).body.total).toBe(0);
  });
  it('401 without a token', async () =>
    expect((await api.post(`/api/tickets/1/${route}/`, { content: 'x' })).status).toBe(401));
  it('403 for an internal note of the requester, and nothing is said', async () => {
    const id = await newTicket();
    expect((await say(ada, id, { content: 'x', is_internal: true })).status).toBe(403);
    expect((await api.as(admin).get(`/api/tickets/${id}/comments/`)).body.total).toBe(0);
  });
  it("404 on other people's tickets, even for an internal note", async () => {
    const id = await newTicket();
    expect((await say(eve, id, { content: 'x' })).status).toBe(404);
    expect((await say(eve, id, { content: 'x', is_internal: true })).status).toBe(404);
  });
  it('409 for the requester of a closed ticket, not for admins', async () => {
    const id = await newTicket();
    await api.as(ada).post(`/api/tickets/${id}/close/`);
    expect((await say(ada, id, { content: 'x' })).status).toBe(409);
    expect((await say(admin, id, { content: 'x' })).status).toBe(201);
  });
});

describe('a comment of the requester', () => {
  it.each(['pending_user', 'resolved'])('reopens a ticket that is %s, in its history too', async (status) => {
    const id = await newTicket();
    await api.as(admin).patch(`/api/tickets/${id}/update_status/`, { status });
    await makeComment(api, ada, id);
    const { body } = await api.as(ada).get(`/api/tickets/${id}/`);
    expect([body.status, body.resolved_at]).toEqual(['open', null]);
    const [latest] = (await api.as(ada).get(`/api/tickets/${id}/timeline/`)).body.results;
    expect(latest.changes).toEqual([{ field: 'status', from: status, to: 'open' }]);
  });
});

it('thirty comments at once are all counted', async () => {
  const id = await newTicket();
  await Promise.all(Array.from({ length: 30 }, (_, i) => makeComment(api, i % 2 ? ada : admin, id)));
  const { body } = await api.as(ada).get(`/api/tickets/${id}/`);
  expect([body.comment_count, body.comments.total]).toEqual([30, 30]);
});

describe('GET /api/tickets/{id}/comments/', () => {
  it('shows them oldest first, internal notes only to admins', async () => {
    const id = await newTicket();
    const first = await makeComment(api, ada, id);
    const note = await makeComment(api, admin, id, { is_internal: true });
    const last = await makeComment(api, admin, id);
    const list = async (person: Person) => (await api.as(person).get(`/api/tickets/${id}/comments/`)).body;
    const as = (may: boolean, ...comments: CommentView[]) =>
      comments.map((comment) => ({ ...comment, can: { edit: may, delete: may } }));
    expect(await list(ada)).toMatchObject({ results: as(false, first, last), total: 2, next_cursor: null });
    expect(await list(admin)).toMatchObject({
      results: as(true, first, note, last),
      total: 3,
      next_cursor: null,
    });
  });

  describe('in pages', () => {
    let id: number;
    let all: CommentView[];
    beforeAll(async () => {
      id = await newTicket();
      all = [];
      for (let i = 0; i < 30; i += 1) {
        all.push(await makeComment(api, admin, id, { content: `No. ${i}`, is_internal: i % 3 === 0 }));
      }
    });

    it.each([1, 2, 7, 100])('of %i shows each once and in order', async (limit) => {
      const path = `/api/tickets/${id}/comments/?limit=${limit}`;
      const publicOnes = all.filter((comment) => !comment.is_internal);
      expect(idsOf(await walk<CommentView>(api.as(ada), path))).toEqual(publicOnes.map((c) => c.id));
      expect(idsOf(await walk<CommentView>(api.as(admin), path))).toEqual(all.map((c) => c.id));
    });
    it('begins on the page of the ticket and goes on from its cursor', async () => {
      const { comments } = (await api.as(admin).get(`/api/tickets/${id}/`)).body;
      expect(comments.results).toHaveLength(25);
      const path = `/api/tickets/${id}/comments/?`;
      const rest = await walk<CommentView>(api.as(admin), path, comments.next_cursor);
      expect([...idsOf([comments]), ...idsOf(rest)]).toEqual(all.map((c) => c.id));
    });
    it('400 for a cursor of another ticket or of somebody who sees more', async () => {
      const { next_cursor } = (await api.as(admin).get(`/api/tickets/${id}/comments/?limit=1`)).body;
      const other = await newTicket();
      const answers = await Promise.all([
        api.as(admin).get(`/api/tickets/${other}/comments/?cursor=${next_cursor}`),
        api.as(ada).get(`/api/tickets/${id}/comments/?cursor=${next_cursor}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    });
  });

  it.each(['limit=0', 'limit=101', 'cursor=x'])('400 for ?%s', async (query) =>
    expect((await api.as(ada).get(`/api/tickets/${await newTicket()}/comments/?${query}`)).status).toBe(400),
  );
  it('401 without a token, 404 for strangers and unknown tickets', async () => {
    const path = `/api/tickets/${await newTicket()}/comments/`;
    const answers = await Promise.all([
      api.get(path),
      api.as(eve).get(path),
      api.as(admin).get('/api/tickets/2000000000/comments/'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 404]);
  });
});
