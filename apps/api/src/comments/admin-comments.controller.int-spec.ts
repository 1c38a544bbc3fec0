import type { AdminComment } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf as idsOfPages, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let bob: Person;
let ticketId: number;
beforeAll(async () => {
  api = await startApi();
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.db.client.query('truncate tickets cascade');
  ({ id: ticketId } = await makeTicket(api, ada, { title: 'Printer on fire' }));
});

const PATH = '/api/admin/comments/';
const NOBODYS = 2_000_000_000;
const make = async (content = 'Noted.', fields: object = {}, author = ada) =>
  (await makeComment(api, author, ticketId, { content, ...fields })).id;
const list = async (query = '', as = bob): Promise<AdminComment[]> =>
  (await api.as(as).get(`${PATH}${query}`)).body.results;
const idsOf = (comments: { id: number }[]) => comments.map(({ id }) => id);
const idsIn = async (query: string) => idsOf(await list(query));
const edit = (id: number, body: unknown, headers = {}, as = bob) =>
  api.as(as).patch(`${PATH}${id}/`, body, headers);
const remove = (id: number, as = bob) => api.as(as).delete(`${PATH}${id}/`);
const restore = (id: number, as = bob) => api.as(as).post(`${PATH}${id}/restore/`);
const audit = async (id: number) =>
  (
    await api.db.client.query(
      `select type, actor_id, is_internal, data -> 'changes' as changes from events
        where object_model = 'comments' and object_id = $1 order by id`,
      [id],
    )
  ).rows;
const deleteTicket = () => api.as(bob).delete(`/api/tickets/${ticketId}/`);

describe('GET /api/admin/comments/', () => {
  it('lists comments of all tickets, newest first, with their tickets', async () => {
    const first = await make();
    const note = await make('Lens broken?', { is_internal: true }, bob);
    const { id: other } = await makeTicket(api, bob, { title: 'Other' });
    const last = (await makeComment(api, bob, other)).id;
    const comments = await list();
    expect(idsOf(comments)).toEqual([last, note, first]);
    expect(comments[2]).toMatchObject({
      ticket: ticketId,
      ticket_title: 'Printer on fire',
      content: 'Noted.',
      author: { id: ada.id },
      version: 1,
      deleted_at: null,
      can: { edit: true, delete: true },
    });
  });
  it('finds by author, ticket, kind and date, and by all of them', async () => {
    const hers = await make();
    const note = await make('x', { is_internal: true }, bob);
    const his = await make('x', {}, bob);
    expect(await idsIn(`?author=${ada.id}`)).toEqual([hers]);
    expect(await idsIn('?is_internal=true')).toEqual([note]);
    expect(await idsIn('?is_internal=false')).toEqual([his, hers]);
    expect(await idsIn(`?ticket=${ticketId}`)).toEqual([his, note, hers]);
    expect(await idsIn(`?ticket=${NOBODYS}`)).toEqual([]);
    expect(await idsIn('?created_after=2999-01-01')).toEqual([]);
    expect(await idsIn('?created_before=2000-01-01')).toEqual([]);
    const all = `author=${bob.id}&ticket=${ticketId}&is_internal=true&created_after=2000-01-01&q=x`;
    expect(await idsIn(`?${all}`)).toEqual([note]);
  });
  it('finds words, each as the beginning of one, in what comments say now', async () => {
    const lens = await make('The lens is broken.');
    await make('Something else.');
    expect(await idsIn('?q=LENS brok')).toEqual([lens]);
    expect(await idsIn('?q=lens else')).toEqual([]);
    await edit(lens, { content: 'The mirror is broken.' });
    expect([await idsIn('?q=lens'), await idsIn('?q=mirror')]).toEqual([[], [lens]]);
  });
  it('shows deleted ones when asked for, and finds words among them', async () => {
    const [gone, there] = [await make('The lens is broken.'), await make('The lens is whole.')];
    await remove(gone);
    expect(await idsIn('?q=lens')).toEqual([there]);
    expect(await idsIn('?is_deleted=false')).toEqual([there]);
    expect(await idsIn('?is_deleted=true')).toEqual([gone]);
    expect(await idsIn(`?is_deleted=true&q=lens&author=${ada.id}&ticket=${ticketId}`)).toEqual([gone]);
    expect(await idsIn('?is_deleted=true&q=mirror')).toEqual([]);
    expect((await list('?is_deleted=true'))[0]).toMatchObject({
      deleted_at: expect.any(String),
      can: { edit: false, delete: false },
    });
  });
  it('goes on page by page, each comment once, also with words', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 7; i++) ids.unshift(await make(`Word ${i}`, { is_internal: i % 3 === 0 }, bob));
    for (const query of ['', '?q=word', `?author=${bob.id}`]) {
      const seen = await walk<AdminComment>(api.as(bob), `${PATH}${query}${query ? '&' : '?'}limit=3`);
      expect(idsOfPages(seen)).toEqual(ids);
    }
  });
  it('goes on to the index of words when the newest comments have none of them', async () => {
    const old = await make('A needle.');
    await api.db.client.query(
      `with made as (insert into ticket_comments (ticket_id, author_id, is_internal, created_at, updated_at, content)
         select $1, $2, false, now() + i * interval '1 s', now(), 'Hay.' from generate_series(1, 1100) i
         returning id, ticket_id, content)
       insert into ticket_search (ticket_id, comment_id, is_internal, document)
         select ticket_id, id, false, to_tsvector('simple', content) from made`,
      [ticketId, ada.id],
    );
    expect(await idsIn('?q=needle')).toEqual([old]);
    expect(await list('?q=hay')).toHaveLength(25);
  });
  it.each(['?author=x', '?ticket=0', '?is_internal=maybe', '?created_after=now', '?limit=101', '?cursor=x'])(
    '400 for %s',
    async (query) => expectProblem(await api.as(bob).get(`${PATH}${query}`), 400),
  );
  it('400 for a cursor of other filters', async () => {
    await make();
    await make();
    const { next_cursor } = (await api.as(bob).get(`${PATH}?limit=1`)).body;
    expectProblem(await api.as(bob).get(`${PATH}?limit=1&author=${ada.id}&cursor=${next_cursor}`), 400);
  });
  it('401 for nobody', async () => expectProblem(await api.get(PATH), 401));
  it('403 for a user', async () => expectProblem(await api.as(ada).get(PATH), 403));
});

describe('GET /api/admin/comments/export/', () => {
  const file = async (query = '') => {
    const { status, headers, body } = await api.as(bob).get(`${PATH}export/${query}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    return String(body).trim().split('\r\n').slice(1);
  };

  it('streams what the filters leave, newest first', async () => {
    const hers = await make('She said, "no".');
    const note = await make('=1+1', { is_internal: true }, bob);
    const lines = await file();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${note},${ticketId},Printer on fire,.*,true,.*,,,'=1\\+1$`));
    expect(lines[1]).toMatch(new RegExp(`^${hers},.*,false,.*,"She said, ""no""\\."$`));
    expect(await file(`?author=${ada.id}`)).toHaveLength(1);
    expect(await file('?q=nothing')).toEqual([]);
    await remove(hers);
    expect(await file('?is_deleted=true')).toHaveLength(1);
  });
  it('400 for a wrong filter', async () =>
    expectProblem(await api.as(bob).get(`${PATH}export/?author=x`), 400));
  it('401 for nobody', async () => expectProblem(await api.get(`${PATH}export/`), 401));
  it('403 for a user', async () => expectProblem(await api.as(ada).get(`${PATH}export/`), 403));
});

describe('GET /api/admin/comments/{id}/', () => {
  it('shows one, a deleted one, too, with an ETag', async () => {
    const id = await make();
    await remove(id);
    const { status, headers, body } = await api.as(bob).get(`${PATH}${id}/`);
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ id, content: 'Noted.', deleted_at: expect.any(String) });
  });
  it('shows one of a deleted ticket, with which nothing can be done', async () => {
    const id = await make();
    await deleteTicket();
    expect((await api.as(bob).get(`${PATH}${id}/`)).body.can).toEqual({ edit: false, delete: false });
  });
  it('401 for nobody', async () => expectProblem(await api.get(`${PATH}${await make()}/`), 401));
  it('403 for a user', async () => expectProblem(await api.as(ada).get(`${PATH}${await make()}/`), 403));
  it.each([NOBODYS, 'x', 0])('404 for %s', async (id) =>
    expectProblem(await api.as(bob).get(`${PATH}${id}/`), 404),
  );
});

describe('PATCH /api/admin/comments/{id}/', () => {
  it('changes the text and keeps what it was for the audit log', async () => {
    const id = await make('Old words.');
    const { status, headers, body } = await edit(id, { content: ' New words. ' });
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ content: 'New words.', version: 2 });
    expect(Date.parse(body.updated_at)).toBeGreaterThan(Date.parse(body.created_at));
    expect((await audit(id)).at(-1)).toEqual({
      type: 'comment.edited',
      actor_id: bob.id,
      is_internal: false,
      changes: [{ field: 'content', from: 'Old words.', to: 'New words.' }],
    });
  });
  it('changes the ticket for the requester, unless it is a note', async () => {
    const [id, note] = [await make(), await make('x', { is_internal: true }, bob)];
    const updatedAt = async () => (await api.as(ada).get(`/api/tickets/${ticketId}/`)).body.updated_at;
    const before = await updatedAt();
    await edit(note, { content: 'Other words.' });
    expect(await updatedAt()).toBe(before);
    expect((await audit(note)).at(-1)).toMatchObject({ type: 'comment.edited', is_internal: true });
    await edit(id, { content: 'Other words.' });
    expect(await updatedAt()).not.toBe(before);
  });
  it('changes nothing when it says so already', async () => {
    const id = await make('Same.');
    expect((await edit(id, { content: 'Same.' })).body.version).toBe(1);
    expect(await audit(id)).toHaveLength(1);
  });
  it.each([[{ content: '' }], [{ content: null }], [{ content: 'x'.repeat(20_001) }], [{}]])(
    '400 with a pointer for %j',
    async (body) => {
      const answer = await edit(await make(), body);
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/content');
    },
  );
  it('400 for a header that is no ETag', async () =>
    expectProblem(await edit(await make(), { content: 'x' }, { 'if-match': 'x' }), 400));
  it('401 for nobody', async () =>
    expectProblem(await api.patch(`${PATH}${await make()}/`, { content: 'x' }), 401));
  it('403 for its author', async () => {
    const id = await make();
    expectProblem(await edit(id, { content: 'x' }, {}, ada), 403);
    expect((await list())[0]!.content).toBe('Noted.');
  });
  it('404 for one that is deleted or never was', async () => {
    const id = await make();
    await remove(id);
    for (const missing of [id, NOBODYS]) expectProblem(await edit(missing, { content: 'x' }), 404);
  });
  it('409 on a deleted ticket', async () => {
    const id = await make();
    await deleteTicket();
    expectProblem(await edit(id, { content: 'x' }), 409);
  });
  it('412 when somebody changed it since', async () => {
    const id = await make();
    await edit(id, { content: 'First.' }, { 'if-match': '"1"' });
    expectProblem(await edit(id, { content: 'Second.' }, { 'if-match': '"1"' }), 412);
    expect((await list())[0]!.content).toBe('First.');
  });
});

describe('DELETE /api/admin/comments/{id}/', () => {
  it('deletes it, and keeps who did', async () => {
    const id = await make();
    expect((await remove(id)).status).toBe(204);
    expect((await audit(id)).at(-1)).toMatchObject({ type: 'comment.deleted', actor_id: bob.id });
  });
  it('401 for nobody', async () => expectProblem(await api.delete(`${PATH}${await make()}/`), 401));
  it('403 for its author', async () => expectProblem(await remove(await make(), ada), 403));
  it('404 for one that is deleted or never was', async () => {
    const id = await make();
    await remove(id);
    for (const missing of [id, NOBODYS]) expectProblem(await remove(missing), 404);
  });
  it('409 on a deleted ticket', async () => {
    const id = await make();
    await deleteTicket();
    expectProblem(await remove(id), 409);
  });
  it('of two at once one deletes it: it is counted once', async () => {
    const id = await make();
    await make();
    const statuses = (await Promise.all([remove(id), remove(id)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 404]);
    expect((await api.as(ada).get(`/api/tickets/${ticketId}/`)).body.comment_count).toBe(1);
  });
});

describe('POST /api/admin/comments/{id}/restore/', () => {
  it('brings it back as it was, not as edited', async () => {
    const id = await make();
    await remove(id);
    const { status, headers, body } = await restore(id);
    expect([status, headers['etag'], body.deleted_at]).toEqual([200, '"3"', null]);
    expect(body.updated_at).toBe(body.created_at);
    expect((await audit(id)).at(-1)).toMatchObject({ type: 'comment.restored', actor_id: bob.id });
  });
  it('401 for nobody', async () => expectProblem(await api.post(`${PATH}${await make()}/restore/`), 401));
  it('403 for its author', async () => expectProblem(await restore(await make(), ada), 403));
  it('404 for one that is not deleted, or never was', async () => {
    for (const id of [await make(), NOBODYS]) expectProblem(await restore(id), 404);
  });
  it('409 on a deleted ticket', async () => {
    const id = await make();
    await remove(id);
    await deleteTicket();
    expectProblem(await restore(id), 409);
  });
});
