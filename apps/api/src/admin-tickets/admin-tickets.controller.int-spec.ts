import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let root: Person;
beforeAll(async () => {
  api = await startApi();
  [ada, root] = [await makeUser(api, { first: 'Ada', last: 'Lovelace' }), await makeAdmin(api)];
});
afterAll(() => api.stop());

const read = (id: number) => api.as(root).get(`/api/admin/tickets/${id}/`);
const idsOf = async (query: string): Promise<number[]> =>
  (await api.as(root).get(`/api/admin/tickets/${query}`)).body.results.map(({ id }: { id: number }) => id);

async function makeDeleted(fields = {}): Promise<number> {
  const { id } = await makeTicket(api, ada, fields);
  await api.as(root).delete(`/api/admin/tickets/${id}/`);
  return id;
}

async function resolveAndRate(id: number, score: number): Promise<void> {
  await api.as(root).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved' });
  await api.as(ada).post(`/api/tickets/${id}/rating/`, { score });
}

describe('GET /api/admin/tickets/', () => {
  it('lists what is there; deleted ones only when asked for, and then nothing else', async () => {
    const [there, deleted] = [(await makeTicket(api, ada)).id, await makeDeleted()];
    const [live, gone] = [await idsOf('?limit=100'), await idsOf('?is_deleted=true&limit=100')];
    expect([live.includes(there), live.includes(deleted)]).toEqual([true, false]);
    expect([gone.includes(there), gone.includes(deleted)]).toEqual([false, true]);
  });
  it('has all of each, and the stars of its latest resolution', async () => {
    const { id } = await makeTicket(api, ada, { title: 'Rated', description: 'Much smoke.' });
    await resolveAndRate(id, 4);
    const { body } = await api.as(root).get('/api/admin/tickets/?sort=-id&limit=1');
    expect(body.results[0]).toMatchObject({
      id,
      description: 'Much smoke.',
      rating_score: 4,
      deleted_at: null,
      closed_at: null,
      first_response_at: null,
      admin_feedback: null,
    });
  });
  it('goes on behind its cursor, with the same total', async () => {
    for (let i = 0; i < 3; i++) await makeDeleted();
    const first = await api.as(root).get('/api/admin/tickets/?is_deleted=true&limit=2');
    const cursor = first.body.next_cursor as string;
    const second = await api.as(root).get(`/api/admin/tickets/?is_deleted=true&limit=2&cursor=${cursor}`);
    expect(second.body.total).toBe(first.body.total);
    const shown = [...first.body.results, ...second.body.results].map(({ id }) => id);
    expect(new Set(shown).size).toBe(shown.length);
    expectProblem(await api.as(root).get(`/api/admin/tickets/?limit=2&cursor=${cursor}`), 400);
  });
  it.each(['is_deleted=perhaps', 'status=gone', 'sort=title'])('400 for %s', async (query) =>
    expectProblem(await api.as(root).get(`/api/admin/tickets/?${query}`), 400),
  );
  it('401 for nobody, 403 for a user', async () => {
    expectProblem(await api.get('/api/admin/tickets/'), 401);
    expectProblem(await api.as(ada).get('/api/admin/tickets/'), 403);
  });
  it('is the only list that takes is_deleted: to others it is an unknown word', async () => {
    const deleted = await makeDeleted();
    const { body } = await api.as(root).get('/api/tickets/?is_deleted=true&limit=100');
    expect(body.results.map(({ id }: { id: number }) => id)).not.toContain(deleted);
  });
});

describe('GET /api/admin/tickets/{id}/', () => {
  it('reads a ticket, with its version as ETag', async () => {
    const { id } = await makeTicket(api, ada);
    const { status, headers, body } = await read(id);
    expect([status, headers['etag'], body.id, body.deleted_at]).toEqual([200, '"1"', id, null]);
  });
  it('reads a deleted one, which nobody else sees', async () => {
    const id = await makeDeleted();
    expect((await read(id)).body.deleted_at).toEqual(expect.any(String));
    expectProblem(await api.as(ada).get(`/api/tickets/${id}/`), 404);
    expectProblem(await api.as(root).get(`/api/tickets/${id}/`), 404);
  });
  it('401 for nobody, 403 for a user, 404 for what never was', async () => {
    const { id } = await makeTicket(api, ada);
    expectProblem(await api.get(`/api/admin/tickets/${id}/`), 401);
    expectProblem(await api.as(ada).get(`/api/admin/tickets/${id}/`), 403);
    expectProblem(await read(2_000_000_000), 404);
  });
});

describe('PATCH /api/admin/tickets/{id}/', () => {
  const patch = (id: number, body: object, headers = {}) =>
    api.as(root).patch(`/api/admin/tickets/${id}/`, body, headers);

  it('changes it as everybody does, and says so in its history', async () => {
    const { id } = await makeTicket(api, ada);
    const { status, body, headers } = await patch(id, { priority: 'urgent', assigned_to: root.id });
    expect([status, body.priority, body.assigned_to.id, headers['etag']]).toEqual([
      200,
      'urgent',
      root.id,
      '"2"',
    ]);
    const timeline = await api.as(root).get(`/api/tickets/${id}/timeline/`);
    expect(JSON.stringify(timeline.body)).toContain('"to":"urgent"');
  });
  it('400 for a value that there is not, 409 for a way that there is not, 412 for an old version', async () => {
    const { id } = await makeTicket(api, ada);
    expectProblem(await patch(id, { priority: 'huge' }), 400);
    await patch(id, { status: 'closed' });
    expectProblem(await patch(id, { status: 'resolved' }), 409);
    expectProblem(await patch(id, { priority: 'low' }, { 'if-match': '"1"' }), 412);
  });
  it('401 for nobody, 403 for a user, 404 for what never was or is deleted', async () => {
    const { id } = await makeTicket(api, ada);
    expectProblem(await api.patch(`/api/admin/tickets/${id}/`, {}), 401);
    expectProblem(await api.as(ada).patch(`/api/admin/tickets/${id}/`, { priority: 'low' }), 403);
    expectProblem(await patch(2_000_000_000, { priority: 'low' }), 404);
    expectProblem(await patch(await makeDeleted(), { priority: 'low' }), 404);
  });
});

describe('DELETE /api/admin/tickets/{id}/ and POST restore/', () => {
  const restore = (id: number) => api.as(root).post(`/api/admin/tickets/${id}/restore/`);

  it('hide it and bring it back as it was', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await api.as(root).delete(`/api/admin/tickets/${id}/`)).status).toBe(204);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(404);
    const { status, body } = await restore(id);
    expect([status, body.deleted_at]).toEqual([200, null]);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(200);
  });
  it('404 for what is deleted already, or not deleted', async () => {
    const [deleted, there] = [await makeDeleted(), (await makeTicket(api, ada)).id];
    expectProblem(await api.as(root).delete(`/api/admin/tickets/${deleted}/`), 404);
    expectProblem(await restore(there), 404);
  });
  it('401 for nobody, 403 for a user', async () => {
    const { id } = await makeTicket(api, ada);
    for (const send of [api, api.as(ada)]) {
      const status = send === api ? 401 : 403;
      expectProblem(await send.delete(`/api/admin/tickets/${id}/`), status);
      expectProblem(await send.post(`/api/admin/tickets/${id}/restore/`), status);
    }
  });
});

describe('GET /api/admin/tickets/export/', () => {
  const load = (query = '') => api.as(root).get(`/api/admin/tickets/export/${query}`);
  const linesOf = (body: string) => body.trimEnd().split('\r\n');

  it('is the list as a file, by the same filters', async () => {
    const { id } = await makeTicket(api, ada, {
      title: '=cmd|calc',
      priority: 'urgent',
      category: 'billing',
    });
    await makeComment(api, root, id, { is_internal: true });
    await resolveAndRate(id, 5);
    const { status, headers, body } = await load('?category=billing&status=resolved');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, line, ...more] = linesOf(body);
    expect([head!.split(',').slice(0, 4), more]).toEqual([['Number', 'Title', 'Status', 'Priority'], []]);
    expect(line).toMatch(new RegExp(`^${id},'=cmd\\|calc,resolved,urgent,billing,,Ada Lovelace,,`));
    expect(line).toMatch(/,0,1,5,Smoke\.,$/); // comments, notes, stars, description, feedback
  });
  it('has deleted ones when asked for', async () => {
    const id = await makeDeleted({ category: 'feature' });
    expect(linesOf((await load('?category=feature')).body)).toHaveLength(1);
    expect(linesOf((await load('?category=feature&is_deleted=true')).body)[1]).toMatch(`${id},`);
  });
  it('has all rows of many pages, each once, in the order of their numbers whatever changes', async () => {
    const owner = await makeUser(api);
    const made = await insertTickets(
      api,
      Array.from({ length: 2_345 }, () => ({ user_id: owner.id })),
    );
    for (const [sort, expected] of [
      ['-updated_at', made],
      ['-id', made.toReversed()],
      ['created_at', made],
    ] as const) {
      const { body } = await load(`?user=${owner.id}&sort=${sort}`);
      expect(
        linesOf(body)
          .slice(1)
          .map((line) => Number.parseInt(line, 10)),
      ).toEqual(expected);
    }
  });
  it('400 for a filter that there is not, 401 for nobody, 403 for a user', async () => {
    expectProblem(await load('?status=gone'), 400);
    expectProblem(await api.get('/api/admin/tickets/export/'), 401);
    expectProblem(await api.as(ada).get('/api/admin/tickets/export/'), 403);
  });
});
