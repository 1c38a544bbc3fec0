import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let admin: Person;

beforeAll(async () => {
  api = await startApi();
  [ada, eve, admin] = await Promise.all([makeUser(api, { first: 'Ada' }), makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());

const TICKET = {
  title: 'Printer on fire',
  description: 'Smoke since 9:40.',
  category: 'bug',
  priority: 'urgent',
};

describe('POST /api/tickets/', () => {
  it('opens a ticket for the caller', async () => {
    const { status, headers, body } = await api.as(ada).post('/api/tickets/', TICKET);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...TICKET,
      status: 'open',
      user: { id: ada.id },
      assigned_to: null,
      version: 1,
    });
    expect(headers['location']).toBe(`/api/tickets/${body.id}/`);
    expect(headers['etag']).toBe('"1"');
  });
  it('400 points at every wrong field and stores nothing', async () => {
    const before = await countTickets();
    const answer = await api
      .as(ada)
      .post('/api/tickets/', { title: ' x ', category: 'bug', priority: 'now' });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/title',
      '/description',
      '/priority',
    ]);
    expect(await countTickets()).toBe(before);
  });
  it('ignores what the caller may not write', async () => {
    const { body } = await api
      .as(ada)
      .post('/api/tickets/', { ...TICKET, status: 'closed', user: eve.id, id: 1 });
    expect(body).toMatchObject({ status: 'open', user: { id: ada.id } });
  });
  it('401 without a token', async () => expect((await api.post('/api/tickets/', TICKET)).status).toBe(401));
});

describe('GET /api/tickets/{id}/', () => {
  it('shows the ticket with what the reader may do', async () => {
    const ticket = await makeTicket(api, ada);
    const { status, headers, body } = await api.as(ada).get(`/api/tickets/${ticket.id}`);
    expect(status).toBe(200);
    expect(headers['etag']).toBe('"1"');
    expect(body.can).toMatchObject({ edit: true, comment: true, close: true, update_status: false });
  });
  it('401 without a token', async () => expect((await api.get('/api/tickets/1/')).status).toBe(401));
  it("404 for other people's tickets, word for word like an id that never was", async () => {
    const ticket = await makeTicket(api, ada);
    const [foreign, unknown] = await Promise.all(
      [ticket.id, 2_000_000_000].map((id) => api.as(eve).get(`/api/tickets/${id}/`)),
    );
    expect(foreign!.status).toBe(404);
    expect({ ...foreign!.body, request_id: '' }).toEqual({ ...unknown!.body, request_id: '' });
  });
  it.each(['0', '-1', 'abc', '1e3', '2147483648', '99999999999999999999', '%00'])(
    '404 for the id %s',
    async (id) => {
      expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(404);
    },
  );
});

describe('PATCH /api/tickets/{id}/', () => {
  it('changes what is given and leaves the rest', async () => {
    const ticket = await makeTicket(api, ada);
    const { status, body } = await api.as(ada).patch(`/api/tickets/${ticket.id}/`, { priority: 'low' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ priority: 'low', title: ticket.title, version: 2 });
  });
  it('lets an admin assign and move it', async () => {
    const ticket = await makeTicket(api, ada);
    const change = { assigned_to: admin.id, status: 'in_progress' };
    const { body } = await api.as(admin).patch(`/api/tickets/${ticket.id}/`, change);
    expect(body).toMatchObject({ status: 'in_progress', assigned_to: { id: admin.id } });
  });
  it("ignores the requester's status and assignee", async () => {
    const ticket = await makeTicket(api, ada);
    const change = { status: 'closed', assigned_to: admin.id, title: 'New title' };
    const { body } = await api.as(ada).patch(`/api/tickets/${ticket.id}/`, change);
    expect(body).toMatchObject({ status: 'open', assigned_to: null, title: 'New title' });
  });
  it.each([[{ title: null }], [{ title: 'ab' }], [{ priority: 'now' }], [{ description: '' }]])(
    '400 for %j, and nothing is stored',
    async (change) => {
      const ticket = await makeTicket(api, ada);
      const { status, body } = await api.as(ada).patch(`/api/tickets/${ticket.id}/`, change);
      expect(status).toBe(400);
      expect(body.errors[0].pointer).toBe(`/${Object.keys(change)[0]}`);
      expect((await api.as(ada).get(`/api/tickets/${ticket.id}/`)).body.version).toBe(1);
    },
  );
  it('400 for an assignee who is no active admin', async () => {
    const ticket = await makeTicket(api, ada);
    const { status, body } = await api.as(admin).patch(`/api/tickets/${ticket.id}/`, { assigned_to: eve.id });
    expect([status, body.errors[0].pointer]).toEqual([400, '/assigned_to']);
  });
  it('401 without a token', async () => expect((await api.patch('/api/tickets/1/', {})).status).toBe(401));
  it('404 for somebody who may not see it', async () => {
    const ticket = await makeTicket(api, ada);
    expect((await api.as(eve).patch(`/api/tickets/${ticket.id}/`, { priority: 'low' })).status).toBe(404);
  });
  it('409 for the requester of a closed ticket', async () => {
    const ticket = await makeTicket(api, ada);
    await api.as(ada).post(`/api/tickets/${ticket.id}/close/`);
    expect((await api.as(ada).patch(`/api/tickets/${ticket.id}/`, { priority: 'low' })).status).toBe(409);
  });
  it('412 for an old version, 200 for the current one, 400 for nonsense', async () => {
    const { id } = await makeTicket(api, ada);
    const patch = (tag: string) =>
      api.as(ada).patch(`/api/tickets/${id}/`, { title: `By ${tag}` }, { 'if-match': tag });
    expect((await patch('"1"')).status).toBe(200);
    expect((await patch('"1"')).status).toBe(412);
    expect((await patch('"7", "2"')).status).toBe(200);
    expect((await patch('abc')).status).toBe(400);
  });
});

describe('PATCH /api/tickets/{id}/update_status/', () => {
  const update = (person: Person, id: number, body: object) =>
    api.as(person).patch(`/api/tickets/${id}/update_status/`, body);

  it('moves the ticket, tells the requester why and stamps the moment', async () => {
    const { id } = await makeTicket(api, ada);
    const { status, body } = await update(admin, id, { status: 'resolved', admin_feedback: 'Replaced.' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'resolved',
      admin_feedback: 'Replaced.',
      resolved_at: expect.any(String),
    });
  });
  it('makes no history for the same status without feedback', async () => {
    const { id } = await makeTicket(api, ada);
    const { status, body } = await update(admin, id, { status: 'open' });
    expect([status, body.version]).toEqual([200, 1]);
    expect((await api.as(admin).get(`/api/tickets/${id}/timeline/`)).body.results).toHaveLength(1);
  });
  it('400 for an unknown status', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await update(admin, id, { status: 'done' })).body.errors[0].pointer).toBe('/status');
  });
  it('401 without a token', async () =>
    expect((await api.patch('/api/tickets/1/update_status/', { status: 'open' })).status).toBe(401));
  it('403 for the requester', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await update(ada, id, { status: 'resolved' })).status).toBe(403);
  });
  it('404 for an unknown ticket', async () =>
    expect((await update(admin, 2_000_000_000, { status: 'open' })).status).toBe(404));
  it('409 for a move that the table does not have', async () => {
    const { id } = await makeTicket(api, ada);
    await update(admin, id, { status: 'closed' });
    const { status, body } = await update(admin, id, { status: 'resolved' });
    expect([status, body.type]).toEqual([409, '/problems/illegal-status-transition']);
  });
});

describe('POST /api/tickets/{id}/close/ and reopen/', () => {
  it('are for the requester: close, and reopen what was resolved', async () => {
    const { id } = await makeTicket(api, ada);
    await api.as(admin).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved' });
    const reopened = await api.as(ada).post(`/api/tickets/${id}/reopen/`);
    expect([reopened.status, reopened.body.status, reopened.body.resolved_at]).toEqual([200, 'open', null]);
    const closed = await api.as(ada).post(`/api/tickets/${id}/close/`);
    expect([closed.status, closed.body.status]).toEqual([200, 'closed']);
  });
  it.each(['close', 'reopen'])('%s: 401 anonymous, 403 admin, 404 stranger', async (verb) => {
    const { id } = await makeTicket(api, ada);
    const path = `/api/tickets/${id}/${verb}/`;
    const answers = await Promise.all([api.post(path), api.as(admin).post(path), api.as(eve).post(path)]);
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 404]);
  });
  it('409 for closing twice and for reopening what is open', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await api.as(ada).post(`/api/tickets/${id}/reopen/`)).status).toBe(409);
    await api.as(ada).post(`/api/tickets/${id}/close/`);
    expect((await api.as(ada).post(`/api/tickets/${id}/close/`)).status).toBe(409);
  });
});

describe('DELETE /api/tickets/{id}/ and restore/', () => {
  it('hide the ticket from everybody, and bring it back as it was', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await api.as(admin).delete(`/api/tickets/${id}/`)).status).toBe(204);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(404);
    expect((await api.as(admin).get(`/api/tickets/${id}/`)).status).toBe(404);
    expect((await api.as(admin).post(`/api/tickets/${id}/restore/`)).status).toBe(200);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(200);
  });
  it('401 anonymous, 403 requester, 404 unknown or not deleted', async () => {
    const { id } = await makeTicket(api, ada);
    const path = `/api/tickets/${id}/`;
    const answers = await Promise.all([
      api.delete(path),
      api.post(`${path}restore/`),
      api.as(ada).delete(path),
      api.as(ada).post(`${path}restore/`),
      api.as(admin).delete('/api/tickets/2000000000/'),
      api.as(admin).post(`${path}restore/`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 403, 404, 404]);
  });
});

describe('20 people who edit one ticket at once', () => {
  it('lose nothing: every change is a version and a line of history', async () => {
    const { id } = await makeTicket(api, ada);
    const edits = Array.from({ length: 20 }, (_, i) =>
      api.as(admin).patch(`/api/tickets/${id}/`, { title: `Edit ${i}` }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses).toEqual(Array(20).fill(200));
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).body.version).toBe(21);
    const { rows } = await api.db.client.query(`select data from events where ticket_id = $1 order by id`, [
      id,
    ]);
    const path = rows.slice(1).map(({ data }) => data.changes[0]);
    expect(path.slice(1).every(({ from }, i) => from === path[i].to)).toBe(true);
  });
  it('with If-Match: one wins, 19 are told', async () => {
    const { id } = await makeTicket(api, ada);
    const edits = Array.from({ length: 20 }, (_, i) =>
      api.as(admin).patch(`/api/tickets/${id}/`, { title: `Edit ${i}` }, { 'if-match': '"1"' }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(19).fill(412)]);
  });
});

describe('comments and the life of a ticket', () => {
  it('the first public answer of somebody else is the first response', async () => {
    const { id } = await makeTicket(api, ada);
    await makeComment(api, ada, id);
    await makeComment(api, admin, id, { is_internal: true });
    expect((await api.as(admin).get(`/api/tickets/${id}/`)).body.first_response_at).toBeNull();
    const answer = await makeComment(api, admin, id);
    expect((await api.as(admin).get(`/api/tickets/${id}/`)).body.first_response_at).toBe(answer.created_at);
  });
});

async function countTickets(): Promise<number> {
  const { rows } = await api.db.client.query('select count(*)::int as n from tickets');
  return rows[0].n;
}
