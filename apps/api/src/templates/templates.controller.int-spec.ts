import type { CreateTemplateRequest, TemplateView, TicketTemplate } from '@ticketing/contracts';
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
beforeEach(() => api.db.client.query('delete from ticket_templates'));

const PATH = '/api/admin/templates/';
const BODY: CreateTemplateRequest = {
  name: 'Broken device',
  title: 'Broken: ',
  description: '**Device:**',
  category: 'bug',
  priority: 'high',
};
async function make(fields: Partial<CreateTemplateRequest> = {}): Promise<TemplateView> {
  const answer = await api.as(bob).post(PATH, { ...BODY, ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const offered = async (): Promise<TicketTemplate[]> =>
  (await api.as(ada).get('/api/templates/')).body.results;
const namesOf = (templates: { name: string }[]) => templates.map(({ name }) => name);
const audit = async (id: number) =>
  (
    await api.db.client.query(
      `select type, actor_id, data from events where data ->> 'template_id' = $1 order by id`,
      [String(id)],
    )
  ).rows;

describe('GET /api/templates/', () => {
  it('offers everybody who is signed in the active ones, in their order, with what the form needs', async () => {
    const { id } = await make();
    await make({ name: 'Asleep', is_active: false });
    await make({ name: 'Question' });
    const deleted = await make({ name: 'Gone' });
    await api.as(bob).delete(`${PATH}${deleted.id}/`);
    const templates = await offered();
    expect(namesOf(templates)).toEqual(['Broken device', 'Question']);
    expect(templates[0]).toEqual({ id, ...BODY, title: 'Broken:' });
  });
  it('401 for nobody', async () => expectProblem(await api.get('/api/templates/'), 401));
});

describe('POST /api/tickets/ with a template', () => {
  const started = (template_id: unknown) =>
    api.as(ada).post('/api/tickets/', {
      title: 'Broken: printer',
      description: 'x',
      category: 'bug',
      priority: 'low',
      template_id,
    });

  it('keeps in the history which one it started from', async () => {
    const { id } = await make();
    const ticket = await started(id);
    expect(ticket.status).toBe(201);
    const { rows } = await api.db.client.query(`select data from events where ticket_id = $1`, [
      ticket.body.id,
    ]);
    expect(rows).toEqual([{ data: { template_id: id } }]);
  });
  it('400 with a pointer for one that is asleep, deleted or never was, and no ticket', async () => {
    const asleep = await make({ name: 'Asleep', is_active: false });
    const deleted = await make({ name: 'Gone' });
    await api.as(bob).delete(`${PATH}${deleted.id}/`);
    const count = async () => (await api.db.client.query('select count(*) from tickets')).rows;
    const before = await count();
    for (const id of [asleep.id, deleted.id, 2_000_000_000]) {
      const answer = await started(id);
      expectProblem(answer, 400);
      expect(answer.body.errors).toEqual([{ pointer: '/template_id', detail: expect.any(String) }]);
    }
    expect(await count()).toEqual(before);
  });
  it('is no field of a change: it is ignored there', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await api.as(ada).patch(`/api/tickets/${id}/`, { template_id: 'x' })).status).toBe(200);
  });
});

describe('POST /api/admin/templates/', () => {
  it('makes one, at the end of the order, with an ETag, and keeps who did', async () => {
    await make({ name: 'First' });
    const { status, headers, body } = await api.as(bob).post(PATH, { ...BODY, title: '', name: ' Last ' });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ name: 'Last', title: '', is_active: true, position: 2, deleted_at: null });
    const [event] = await audit(body.id);
    expect(event).toMatchObject({ type: 'template.created', actor_id: bob.id, data: { name: 'Last' } });
    expect(event.data.changes).toContainEqual({ field: 'priority', from: null, to: 'high' });
  });
  it('makes one for one Idempotency-Key', async () => {
    const send = () => api.as(bob).post(PATH, BODY, { 'idempotency-key': 'template-1' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await offered()).toHaveLength(1);
  });
  it.each([
    ['', '/name'],
    ['x'.repeat(81), '/name'],
  ])('400 for the name "%s"', async (name, pointer) => {
    const answer = await api.as(bob).post(PATH, { ...BODY, name });
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
  it.each(['BROKEN DEVICE', 'Broken \uff44evice'])('409 for a name that looks the same: %s', async (name) => {
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
    const { id } = await make();
    await api.as(bob).delete(`${PATH}${id}/`);
    expect((await make()).name).toBe('Broken device');
  });
  it('409 when there are 200, also for two at the same moment', async () => {
    await api.db.client.query(
      `insert into ticket_templates (name, name_key, title, description, category, priority, is_active, position,
         created_at, updated_at)
       select i, i, '', '', 'bug', 'low', true, i, now(), now() from generate_series(1, 199) i`,
    );
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => api.as(bob).post(PATH, { ...BODY, name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.post(PATH, BODY), 401);
    expectProblem(await api.as(ada).post(PATH, BODY), 403);
  });
});

describe('GET /api/admin/templates/', () => {
  const list = async (query = ''): Promise<TemplateView[]> =>
    (await api.as(bob).get(`${PATH}${query}`)).body.results;

  it('shows all but deleted ones, and those when asked', async () => {
    await make({ is_active: false });
    const gone = await make({ name: 'Gone' });
    await api.as(bob).delete(`${PATH}${gone.id}/`);
    expect(namesOf(await list())).toEqual(['Broken device']);
    expect(await list('?is_deleted=true')).toEqual([
      expect.objectContaining({ name: 'Gone', deleted_at: expect.stringMatching(/Z$/) }),
    ]);
  });
  it('filters by part of the name and by activity', async () => {
    await make();
    await make({ name: '100 % broken_chair', is_active: false });
    expect(namesOf(await list('?q=BROKEN'))).toHaveLength(2);
    expect(namesOf(await list('?q=%25'))).toEqual(['100 % broken_chair']);
    expect(namesOf(await list('?q=_'))).toEqual(['100 % broken_chair']);
    expect(namesOf(await list('?is_active=true'))).toEqual(['Broken device']);
    expect(namesOf(await list('?is_active=false'))).toEqual(['100 % broken_chair']);
  });
  it('in pages shows each once, in their order', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await make({ name });
    const pages = await walk<TemplateView>(api.as(bob), `${PATH}?limit=2`);
    expect(idsOf(pages)).toEqual((await list()).map(({ id }) => id));
    expect(pages).toHaveLength(3);
  });
  it.each(['is_active=perhaps', 'is_deleted=1', 'limit=0', 'cursor=x'])('400 for ?%s', async (query) =>
    expectProblem(await api.as(bob).get(`${PATH}?${query}`), 400),
  );
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.get(PATH), 401);
    expectProblem(await api.as(ada).get(PATH), 403);
  });
});

describe('GET and PATCH /api/admin/templates/{id}/', () => {
  it('changes what is given, and keeps old and new values with who did it', async () => {
    const { id } = await make();
    const { status, headers, body } = await api
      .as(bob)
      .patch(`${PATH}${id}/`, { priority: 'low', is_active: false, title: '' });
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ name: 'Broken device', priority: 'low', is_active: false, title: '' });
    expect((await api.as(bob).get(`${PATH}${id}/`)).body).toEqual(body);
    expect((await audit(id))[1]).toEqual({
      type: 'template.edited',
      actor_id: bob.id,
      data: {
        template_id: id,
        name: 'Broken device',
        changes: [
          { field: 'title', from: 'Broken:', to: '' },
          { field: 'priority', from: 'high', to: 'low' },
          { field: 'is_active', from: 'true', to: 'false' },
        ],
      },
    });
  });
  it('makes neither version nor history when nothing changes', async () => {
    const { id, version } = await make();
    const { body } = await api.as(bob).patch(`${PATH}${id}/`, { name: 'Broken device' });
    expect([body.version, (await audit(id)).length]).toEqual([version, 1]);
  });
  it('412 for an old version: of changes at the same moment one is made', async () => {
    const { id } = await make();
    const edit = (i: number) =>
      api.as(bob).patch(`${PATH}${id}/`, { title: `Edit ${i}` }, { 'if-match': '"1"' });
    const answers = await Promise.all([1, 2, 3].map(edit));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
  it('409 for a name that another one has, and in whatever case', async () => {
    await make();
    const { id } = await make({ name: 'Other' });
    expectProblem(await api.as(bob).patch(`${PATH}${id}/`, { name: 'broken DEVICE' }), 409);
    expect((await api.as(bob).patch(`${PATH}${id}/`, { name: 'OTHER' })).status).toBe(200);
  });
  it('400 for null and for what the form would not take', async () => {
    const { id } = await make();
    for (const body of [{ title: null }, { category: 'x' }, { name: ' ' }, { is_active: 'true' }]) {
      expectProblem(await api.as(bob).patch(`${PATH}${id}/`, body), 400);
    }
  });
  it('404 for one that never was, and to change one that is deleted; 401; 403', async () => {
    const { id } = await make();
    await api.as(bob).delete(`${PATH}${id}/`);
    expectProblem(await api.as(bob).get(`${PATH}2000000000/`), 404);
    expectProblem(await api.as(bob).patch(`${PATH}${id}/`, { title: 'x' }), 404);
    expect((await api.as(bob).get(`${PATH}${id}/`)).status).toBe(200);
    expectProblem(await api.get(`${PATH}${id}/`), 401);
    expectProblem(await api.as(ada).get(`${PATH}${id}/`), 403);
    expectProblem(await api.as(ada).patch(`${PATH}${id}/`, { title: 'x' }), 403);
  });
});

describe('DELETE /api/admin/templates/{id}/ and POST .../restore/', () => {
  it('takes it away and brings it back as it was, with history', async () => {
    const { id } = await make();
    expect((await api.as(bob).delete(`${PATH}${id}/`)).status).toBe(204);
    expect(await offered()).toEqual([]);
    const { status, body } = await api.as(bob).post(`${PATH}${id}/restore/`);
    expect([status, body.deleted_at, body.version]).toEqual([200, null, 3]);
    expect(await offered()).toHaveLength(1);
    expect((await audit(id)).map(({ type }) => type)).toEqual([
      'template.created',
      'template.deleted',
      'template.restored',
    ]);
  });
  it('404 for what is deleted already, or not deleted', async () => {
    const { id } = await make();
    expectProblem(await api.as(bob).post(`${PATH}${id}/restore/`), 404);
    await api.as(bob).delete(`${PATH}${id}/`);
    expectProblem(await api.as(bob).delete(`${PATH}${id}/`), 404);
  });
  it('409 for one whose name another one has by now', async () => {
    const { id } = await make();
    await api.as(bob).delete(`${PATH}${id}/`);
    await make();
    expectProblem(await api.as(bob).post(`${PATH}${id}/restore/`), 409);
  });
  it('401 for nobody, 403 for users', async () => {
    const { id } = await make();
    expectProblem(await api.delete(`${PATH}${id}/`), 401);
    expectProblem(await api.as(ada).delete(`${PATH}${id}/`), 403);
    expectProblem(await api.as(ada).post(`${PATH}${id}/restore/`), 403);
  });
});

describe('POST /api/admin/templates/reorder/', () => {
  const reorder = (ids: unknown, person = bob) => api.as(person).post(`${PATH}reorder/`, { ids });
  let ids: number[];
  beforeEach(async () => {
    ids = [];
    for (const name of ['a', 'b', 'c', 'd']) ids.push((await make({ name })).id);
  });

  it('puts those that are named first, and the others behind them as they were', async () => {
    const { status, body } = await reorder([ids[2], ids[0]]);
    expect([status, namesOf(body.results)]).toEqual([200, ['c', 'a', 'b', 'd']]);
    expect(namesOf(await offered())).toEqual(['c', 'a', 'b', 'd']);
  });
  it('keeps what moved, and disturbs nobody who edits one', async () => {
    await reorder([ids[1]]);
    expect((await audit(ids[1]!))[1]).toMatchObject({
      type: 'template.edited',
      data: { changes: [{ field: 'position', from: '2', to: '1' }] },
    });
    expect(await audit(ids[3]!)).toHaveLength(1);
    const edit = await api.as(bob).patch(`${PATH}${ids[1]}/`, { title: 'x' }, { 'if-match': '"1"' });
    expect(edit.status).toBe(200);
  });
  it('at the same moment ends in one of the orders, each position once', async () => {
    const orders = [ids, ids.toReversed(), [ids[1], ids[3], ids[0], ids[2]]];
    await Promise.all(orders.map((order) => reorder(order)));
    const { results } = (await api.as(bob).get(PATH)).body;
    expect(results.map(({ position }: TemplateView) => position)).toEqual([1, 2, 3, 4]);
    expect(orders).toContainEqual(results.map(({ id }: TemplateView) => id));
  });
  it('400 for what is not there, twice, deleted, or no list of ids', async () => {
    await api.as(bob).delete(`${PATH}${ids[3]}/`);
    for (const bad of [[2_000_000_000], [ids[0], ids[0]], [ids[3]], [], [1.5], ['1'], 'x', null]) {
      const answer = await reorder(bad);
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/ids');
    }
    expect(namesOf(await offered())).toEqual(['a', 'b', 'c']);
  });
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.post(`${PATH}reorder/`, { ids }), 401);
    expectProblem(await reorder(ids, ada), 403);
  });
});
