import type { CreateTagRequest, TagView } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  api = await startApi();
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());
beforeEach(() => api.db.client.query('delete from tags'));

const PATH = '/api/admin/tags/';
const BODY: CreateTagRequest = { name: 'Printer', color: 'teal', description: 'Everything that prints.' };
async function make(fields: Partial<CreateTagRequest> = {}): Promise<TagView> {
  const answer = await api.as(bob).post(PATH, { ...BODY, ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const remove = ({ id }: TagView) => api.as(bob).delete(`${PATH}${id}/`);
const read = async ({ id }: TagView): Promise<TagView> => (await api.as(bob).get(`${PATH}${id}/`)).body;
const offered = async () => (await api.as(bob).get('/api/tags/')).body.results;
const namesOf = (tags: { name: string }[]) => tags.map(({ name }) => name);
const audit = async (id: number) =>
  (
    await api.db.client.query(
      `select type, actor_id, data from events where object_model = 'tags' and object_id = $1 order by id`,
      [id],
    )
  ).rows;

describe('GET /api/tags/', () => {
  it('offers admins all that are not deleted, by name, whatever the case', async () => {
    for (const name of ['printer', 'Invoice', 'VIP', 'Gone']) await make({ name });
    await remove((await offered()).find(({ name }: TagView) => name === 'Gone'));
    const tags = await offered();
    expect(namesOf(tags)).toEqual(['Invoice', 'printer', 'VIP']);
    expect(tags[0]).toEqual({ id: expect.any(Number), name: 'Invoice', color: 'teal' });
  });
  it('401 for nobody, 403 for users: tags are words of the support team', async () => {
    expectProblem(await api.get('/api/tags/'), 401);
    expectProblem(await api.as(ada).get('/api/tags/'), 403);
  });
});

describe('POST /api/admin/tags/', () => {
  it('makes one with an ETag, and keeps who did', async () => {
    const { status, headers, body } = await api.as(bob).post(PATH, { name: ' Printer ' });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ name: 'Printer', color: 'gray', description: '', deleted_at: null });
    expect(body.ticket_count).toEqual({ total: 0, total_at_least: null });
    const [event] = await audit(body.id);
    expect(event).toMatchObject({ type: 'tag.created', actor_id: bob.id, data: { name: 'Printer' } });
    expect(event.data.changes).toContainEqual({ field: 'color', from: null, to: 'gray' });
  });
  it('makes one for one Idempotency-Key', async () => {
    const send = () => api.as(bob).post(PATH, BODY, { 'idempotency-key': 'tag-1' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await offered()).toHaveLength(1);
  });
  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(41) }, '/name'],
    [{ color: 'pink' }, '/color'],
    [{ description: 'x'.repeat(201) }, '/description'],
  ])('400 for %j', async (fields, pointer) => {
    const answer = await api.as(bob).post(PATH, { ...BODY, ...fields });
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
  it.each(['PRINTER', '\uff50rinter'])('409 for a name that looks the same: %s', async (name) => {
    await make();
    const answer = await api.as(bob).post(PATH, { ...BODY, name });
    expectProblem(answer, 409);
    expect(answer.body.errors[0].pointer).toBe('/name');
  });
  it('makes one of many with the same name at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.as(bob).post(PATH, BODY)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });
  it('takes the name of a deleted one', async () => {
    await remove(await make());
    expect((await make()).name).toBe('Printer');
  });
  it('409 when there are 500, also for some at the same moment', async () => {
    await api.db.client.query(
      `insert into tags (name, name_key, color, description, created_at, updated_at)
       select i, i, 'gray', '', now(), now() from generate_series(1, 499) i`,
    );
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => api.as(bob).post(PATH, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.post(PATH, BODY), 401);
    expectProblem(await api.as(ada).post(PATH, BODY), 403);
  });
});

describe('GET /api/admin/tags/', () => {
  const list = async (query = ''): Promise<TagView[]> =>
    (await api.as(bob).get(`${PATH}${query}`)).body.results;

  it('shows all but deleted ones, and those when asked', async () => {
    await make();
    await remove(await make({ name: 'Gone' }));
    expect(namesOf(await list())).toEqual(['Printer']);
    expect(await list('?is_deleted=true')).toEqual([
      expect.objectContaining({ name: 'Gone', deleted_at: expect.stringMatching(/Z$/) }),
    ]);
  });
  it('filters by part of the name and by colours', async () => {
    await make();
    await make({ name: '100 % printing_jobs', color: 'red' });
    await make({ name: 'VIP', color: 'purple' });
    expect(namesOf(await list('?q=PRINT'))).toEqual(['100 % printing_jobs', 'Printer']);
    expect(namesOf(await list('?q=%25'))).toEqual(['100 % printing_jobs']);
    expect(namesOf(await list('?color=teal&color=purple'))).toEqual(['Printer', 'VIP']);
  });
  it('in pages shows each once, by name, also names that deleted ones share', async () => {
    for (let i = 0; i < 3; i++) await remove(await make());
    for (const name of ['b', 'a']) await remove(await make({ name }));
    const pages = await walk<TagView>(api.as(bob), `${PATH}?is_deleted=true&limit=2`);
    expect(namesOf(pages.flatMap(({ results }) => results))).toEqual([
      'a',
      'b',
      'Printer',
      'Printer',
      'Printer',
    ]);
    expect(new Set(idsOf(pages)).size).toBe(5);
  });
  it.each(['color=pink', 'is_deleted=1', 'limit=0', 'cursor=x'])('400 for ?%s', async (query) =>
    expectProblem(await api.as(bob).get(`${PATH}?${query}`), 400),
  );
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.get(PATH), 401);
    expectProblem(await api.as(ada).get(PATH), 403);
  });
});

describe('the number of tickets', () => {
  const listed = async ({ id }: TagView) => {
    const { total, total_at_least } = (await api.as(bob).get(`/api/tickets/?tag=${id}`)).body;
    return { total, total_at_least };
  };

  it('is that of the list behind it: deleted tickets do not count, restored ones do', async () => {
    const tag = await make();
    const [first] = [await tagged(tag), await tagged(tag), await tagged(tag)];
    await api.as(bob).delete(`/api/tickets/${first}/`);
    expect((await read(tag)).ticket_count).toEqual({ total: 2, total_at_least: null });
    expect(await listed(tag)).toEqual({ total: 2, total_at_least: null });
    await api.as(bob).post(`/api/tickets/${first}/restore/`);
    expect((await read(tag)).ticket_count.total).toBe(3);
  });
  it('is exact up to 10,000, as in every list', async () => {
    const tag = await make();
    await api.db.client.query(
      `with made as (
         insert into tickets (user_id, title, description, category, priority, created_at, updated_at)
         select $1, 'Printer', 'x', 'bug', 'low', now(), now() from generate_series(1, 10001) returning *)
       insert into ticket_tags (ticket_id, tag_id, created_at, updated_at, priority, is_live, status)
       select id, $2, created_at, updated_at, priority, true, status from made`,
      [ada.id, tag.id],
    );
    expect((await read(tag)).ticket_count).toEqual({ total: null, total_at_least: 10_000 });
    expect(await listed(tag)).toEqual({ total: null, total_at_least: 10_000 });
  });
});

/** Opens a ticket that carries it. */
async function tagged({ id }: TagView): Promise<number> {
  const ticket = await makeTicket(api, ada);
  await api.as(bob).patch(`/api/tickets/${ticket.id}/`, { tags: [id] });
  return ticket.id;
}

describe('GET and PATCH /api/admin/tags/{id}/', () => {
  it('changes what is given, and keeps old and new values with who did it', async () => {
    const { id } = await make();
    const { status, headers, body } = await api
      .as(bob)
      .patch(`${PATH}${id}/`, { name: 'Printers', color: 'red' });
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ name: 'Printers', color: 'red', description: BODY.description });
    expect((await api.as(bob).get(`${PATH}${id}/`)).body).toEqual(body);
    expect((await audit(id))[1]).toEqual({
      type: 'tag.edited',
      actor_id: bob.id,
      data: {
        tag_id: id,
        name: 'Printers',
        changes: [
          { field: 'name', from: 'Printer', to: 'Printers' },
          { field: 'color', from: 'teal', to: 'red' },
        ],
      },
    });
  });
  it('shows the new name on the tickets that carry it', async () => {
    const tag = await make();
    const ticket = await tagged(tag);
    await api.as(bob).patch(`${PATH}${tag.id}/`, { name: 'Printers' });
    expect(namesOf((await api.as(bob).get(`/api/tickets/${ticket}/`)).body.tags)).toEqual(['Printers']);
  });
  it('makes neither version nor history when nothing changes', async () => {
    const { id, version } = await make();
    const { body } = await api.as(bob).patch(`${PATH}${id}/`, { name: 'Printer' });
    expect([body.version, (await audit(id)).length]).toEqual([version, 1]);
  });
  it('412 for an old version: of changes at the same moment one is made', async () => {
    const { id } = await make();
    const edit = (i: number) =>
      api.as(bob).patch(`${PATH}${id}/`, { description: `Edit ${i}` }, { 'if-match': '"1"' });
    const answers = await Promise.all([1, 2, 3].map(edit));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
  it('409 for a name that another one has; the own one in another case is none', async () => {
    await make();
    const { id } = await make({ name: 'Other' });
    expectProblem(await api.as(bob).patch(`${PATH}${id}/`, { name: 'PRINTER' }), 409);
    expect((await api.as(bob).patch(`${PATH}${id}/`, { name: 'OTHER' })).status).toBe(200);
  });
  it('400 for null and for what the form would not take', async () => {
    const { id } = await make();
    for (const body of [{ name: null }, { color: 'x' }, { name: ' ' }, { description: 1 }]) {
      expectProblem(await api.as(bob).patch(`${PATH}${id}/`, body), 400);
    }
  });
  it('404 for one that never was, and to change one that is deleted; 401; 403', async () => {
    const tag = await make();
    await remove(tag);
    expectProblem(await api.as(bob).get(`${PATH}2000000000/`), 404);
    expectProblem(await api.as(bob).patch(`${PATH}${tag.id}/`, { name: 'x' }), 404);
    expect((await read(tag)).deleted_at).not.toBeNull();
    expectProblem(await api.get(`${PATH}${tag.id}/`), 401);
    expectProblem(await api.as(ada).get(`${PATH}${tag.id}/`), 403);
    expectProblem(await api.as(ada).patch(`${PATH}${tag.id}/`, { name: 'x' }), 403);
  });
});

describe('DELETE /api/admin/tags/{id}/ and POST .../restore/', () => {
  it('takes it off its tickets and brings it back to them, with history', async () => {
    const tag = await make();
    const ticket = await tagged(tag);
    const shown = async () => (await api.as(bob).get(`/api/tickets/${ticket}/`)).body.tags;
    const found = async () => (await api.as(bob).get(`/api/tickets/?tag=${tag.id}`)).body.total;
    expect((await remove(tag)).status).toBe(204);
    expect([await shown(), await found(), await offered()]).toEqual([[], 0, []]);
    const { status, body } = await api.as(bob).post(`${PATH}${tag.id}/restore/`);
    expect([status, body.deleted_at, body.version]).toEqual([200, null, 3]);
    expect([namesOf(await shown()), await found()]).toEqual([['Printer'], 1]);
    expect((await audit(tag.id)).map(({ type }) => type)).toEqual([
      'tag.created',
      'tag.deleted',
      'tag.restored',
    ]);
  });
  it('404 for what is deleted already, or not deleted', async () => {
    const tag = await make();
    expectProblem(await api.as(bob).post(`${PATH}${tag.id}/restore/`), 404);
    await remove(tag);
    expectProblem(await remove(tag), 404);
  });
  it('409 for one whose name another one has by now', async () => {
    const tag = await make();
    await remove(tag);
    await make();
    expectProblem(await api.as(bob).post(`${PATH}${tag.id}/restore/`), 409);
  });
  it('401 for nobody, 403 for users', async () => {
    const { id } = await make();
    expectProblem(await api.delete(`${PATH}${id}/`), 401);
    expectProblem(await api.as(ada).delete(`${PATH}${id}/`), 403);
    expectProblem(await api.as(ada).post(`${PATH}${id}/restore/`), 403);
  });
});
