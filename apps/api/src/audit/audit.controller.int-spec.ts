import type { AuditEntry } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let bob: Person;
let ticketId: number;
beforeAll(async () => {
  api = await startApi();
  [ada, bob] = await Promise.all([
    makeUser(api, { first: 'Ada', last: 'Lovelace' }),
    makeAdmin(api, { first: 'Bob', last: 'Y' }),
  ]);
  ({ id: ticketId } = await makeTicket(api, ada));
});
afterAll(() => api.stop());

const PATH = '/api/admin/audit_log/';
const read = async (query = ''): Promise<AuditEntry[]> => {
  const { status, body } = await api.as(bob).get(`${PATH}?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.results;
};
const newest = async (query = '') => (await read(query))[0]!;
const TEMPLATE = { name: 'Broken device', category: 'bug', priority: 'high' };

describe('GET /api/admin/audit_log/ says who did what to what', () => {
  it('of a ticket, with names of people', async () => {
    await api.as(bob).patch(`/api/tickets/${ticketId}/`, { assigned_to: bob.id });
    expect(await newest()).toEqual({
      id: expect.any(Number),
      type: 'ticket.assigned',
      actor: { id: bob.id, name: 'Bob Y', role: 'admin', avatar: null },
      object: { model: 'tickets', id: ticketId, title: `#${ticketId} Printer on fire` },
      changes: [{ field: 'assigned_to', from: null, to: 'Bob Y' }],
      created_at: expect.stringMatching(/Z$/),
    });
  });
  it('of an internal note: that it was written, not what it says', async () => {
    const { id } = await makeComment(api, bob, ticketId, { content: 'CANARY', is_internal: true });
    const entry = await newest();
    expect(entry).toMatchObject({
      type: 'comment.added',
      object: { model: 'comments', id, title: `Comment on #${ticketId}` },
      changes: [],
    });
    expect(JSON.stringify(entry)).not.toContain('CANARY');
  });
  it('of the rights of a person', async () => {
    const { id } = await makeUser(api, { first: 'Cleo', last: 'Z' });
    await api.as(bob).patch(`/api/users/${id}/`, { role: 'admin', is_active: false });
    expect(await newest()).toMatchObject({
      type: 'user.rights_changed',
      object: { model: 'users', id, title: 'Cleo Z' },
      changes: [
        { field: 'role', from: 'user', to: 'admin' },
        { field: 'is_active', from: 'true', to: 'false' },
      ],
    });
  });
  it('of a person who renamed themselves, and nothing when the name stays', async () => {
    const eve = await makeUser(api, { first: 'Eve', last: 'Old' });
    const rename = () => api.as(eve).patch('/api/auth/me/', { last_name: 'New' });
    await rename();
    await rename();
    const entries = await read(`model=users&object=${eve.id}`);
    expect(entries.map(({ type, changes }) => [type, changes])).toEqual([
      ['user.renamed', [{ field: 'last_name', from: 'Old', to: 'New' }]],
    ]);
  });
  it('of a template', async () => {
    const { id } = (await api.as(bob).post('/api/admin/templates/', TEMPLATE)).body;
    await api.as(bob).patch(`/api/admin/templates/${id}/`, { priority: 'low' });
    expect(await newest()).toMatchObject({
      type: 'template.edited',
      object: { model: 'templates', id, title: 'Broken device' },
      changes: [{ field: 'priority', from: 'high', to: 'low' }],
    });
  });
  it('of an integration, by the name that it had when it is gone, and never its secret', async () => {
    const body = { kind: 'webhook', name: 'Pager', url: 'https://1.1.1.1/', events: ['ticket.created'] };
    const { id, secret } = (await api.as(bob).post('/api/admin/integrations/', body)).body;
    const path = `/api/admin/integrations/${id}/`;
    await api.as(bob).patch(path, { name: 'Pagers', events: ['ticket.created', 'ticket.deleted'] });
    await api.as(bob).post(`${path}rotate_secret/`);
    await api.as(bob).delete(path);
    const [deleted, rotated, changed, created] = await read(`model=integrations&object=${id}`);
    expect(deleted).toMatchObject({
      type: 'integration.deleted',
      object: { title: 'Pagers' },
      changes: [],
    });
    expect(rotated!.type).toBe('integration.secret_rotated');
    expect(changed!.changes).toEqual([
      { field: 'name', from: 'Pager', to: 'Pagers' },
      { field: 'events', from: 'ticket.created', to: 'ticket.created, ticket.deleted' },
    ]);
    expect(created!.changes).toContainEqual({ field: 'secret', from: null, to: null });
    expect(created!.changes).toContainEqual({ field: 'url', from: null, to: 'https://1.1.1.1/' });
    expect(JSON.stringify(await read())).not.toContain(secret.slice(0, 12));
  });
  it('of dead jobs: of one, and of all at once', async () => {
    const { rows } = await api.db.client.query(
      `insert into deliveries (event_id, handler, dead_at)
       select id, 'some-handler', now() from events order by id limit 2 returning id::int as id`,
    );
    await api.as(bob).post(`/api/admin/jobs/${rows[0].id}/retry/`);
    expect(await newest('model=jobs')).toMatchObject({
      object: { model: 'jobs', id: rows[0].id, title: 'some-handler' },
    });
    await api.as(bob).post('/api/admin/jobs/retry_dead/', { handler: 'some-handler' });
    expect(await newest('model=jobs')).toMatchObject({
      type: 'job.retried',
      object: null,
      changes: [
        { field: 'handler', from: null, to: 'some-handler' },
        { field: 'count', from: null, to: '1' },
      ],
    });
  });
  it('of mails that an admin decided about', async () => {
    const { rows } = await api.db.client.query(
      `insert into inbound_mails (source, sha256, size, state, verdict, reason, sender, subject)
       values ('http', 'x', 1, 'quarantined', 'quarantine', 'unknown_sender', 'x@y.test', 'Buy now') returning id`,
    );
    await api.as(bob).post(`/api/admin/quarantine/${rows[0].id}/discard/`);
    expect(await newest()).toMatchObject({
      type: 'mail.discarded',
      object: { model: 'quarantine', id: rows[0].id, title: 'Buy now' },
    });
  });
  it('but not that mails with links were sent', async () => {
    await api.post('/api/auth/forgot_password/', { email: ada.email });
    expect(await read('type=user.password_reset_requested')).toEqual([]);
  });
});

describe('what was written before there was an audit log', () => {
  const keep = async (type: string, data: object) =>
    api.db.client.query(
      `insert into events (type, actor_id, object_model, object_id, data) values ($1, $2, 'users', $3, $4)`,
      [type, bob.id, ada.id, data],
    );
  it('is read in the shape that it had', async () => {
    const [before, after] = [
      { role: 'user', isActive: true },
      { role: 'admin', isActive: true },
    ];
    await keep('user.rights_changed', { user_id: ada.id, before, after });
    expect((await newest()).changes).toEqual([{ field: 'role', from: 'user', to: 'admin' }]);
    await keep('integration.changed', { fields: ['name', 'secret'] });
    expect((await newest()).changes).toEqual([
      { field: 'name', from: null, to: null },
      { field: 'secret', from: null, to: null },
    ]);
  });
});

describe('the filters of the audit log', () => {
  const seen = async (query: string, of: (entry: AuditEntry) => unknown) =>
    [...new Set((await read(`limit=100&${query}`)).map(of))].sort();

  it('show one or several kinds of things', async () => {
    expect(await seen('model=templates', (entry) => entry.object?.model)).toEqual(['templates']);
    expect(await seen('model=templates&model=comments', (entry) => entry.object?.model)).toEqual([
      'comments',
      'templates',
    ]);
  });
  it('show one thing', async () => {
    expect(await seen(`model=tickets&object=${ticketId}`, (entry) => entry.object?.id)).toEqual([ticketId]);
    expect(await read(`model=tickets&object=${ticketId}&type=ticket.assigned&actor=${ada.id}`)).toEqual([]);
  });
  it('show what one person did', async () => {
    expect(await seen(`actor=${ada.id}`, (entry) => entry.actor?.id)).toEqual([ada.id]);
    expect(
      await seen(`actor=${bob.id}&model=tickets`, (entry) => [entry.actor?.id, entry.type].join()),
    ).toEqual([`${bob.id},ticket.assigned`]);
  });
  it('show types', async () => {
    expect(await seen('type=template.edited&type=ticket.created', ({ type }) => type)).toEqual([
      'template.edited',
      'ticket.created',
    ]);
    expect(await read('type=template.edited&model=tickets')).toEqual([]);
    expect(await read('type=nothing.happened')).toEqual([]);
  });
  it('show a span of time: from then on, and before', async () => {
    const all = await read('limit=100');
    const { created_at: moment } = all[3]!;
    const [later, earlier] = await Promise.all([
      read(`limit=100&created_after=${moment}`),
      read(`limit=100&created_before=${moment}`),
    ]);
    expect([...later, ...earlier]).toEqual(all);
    expect(earlier.length).toBeGreaterThan(0);
  });
  it.each([
    '',
    'model=tickets&model=users',
    'type=template.edited&type=comment.added&type=ticket.assigned',
    'actor=',
  ])('page by page, each entry once and in order: ?%s', async (query) => {
    const filter = query === 'actor=' ? `actor=${bob.id}` : query;
    const path = `${PATH}?${filter}&limit=`;
    const all = idsOf(await walk<AuditEntry>(api.as(bob), `${path}100`));
    expect(all.length).toBeGreaterThan(2);
    expect(idsOf(await walk<AuditEntry>(api.as(bob), `${path}1`))).toEqual(all);
  });
});

describe('GET /api/admin/audit_log/export/', () => {
  const file = async (query: string): Promise<string> =>
    (await api.as(bob).get(`${PATH}export/?${query}`)).body;

  it('has what the filters leave, newest first, one entry a line', async () => {
    const { id } = await makeUser(api, { first: '=HYPERLINK("x")', last: 'Z' });
    await api.as(bob).patch(`/api/users/${id}/`, { role: 'admin', is_active: false });
    const text = await file(`model=users&object=${id}`);
    expect(text.replace(/^\uFEFF/, '').replace(/\d{4}-[^,]*Z/, 'TIME')).toBe(
      'Time,Event,By,By id,Kind,Id,Name,Changes\r\n' +
        `TIME,user.rights_changed,Bob Y,${bob.id},users,${id},"'=HYPERLINK(""x"") Z",` +
        '"role: user -> admin\nis_active: true -> false"\r\n',
    );
  });
  it('has as many lines as the list has entries', async () => {
    const entries = idsOf(await walk<AuditEntry>(api.as(bob), `${PATH}?model=templates&limit=100`));
    expect((await file('model=templates')).trim().split('\r\n')).toHaveLength(1 + entries.length);
  });
  it('400 for an object without its kind, 401 for nobody, 403 for users', async () => {
    expectProblem(await api.as(bob).get(`${PATH}export/?object=1`), 400);
    expectProblem(await api.get(`${PATH}export/`), 401);
    expectProblem(await api.as(ada).get(`${PATH}export/`), 403);
  });
});

describe('the audit log refuses', () => {
  it.each([
    ['object=1', '?object'],
    ['object=1&model=tickets&model=users', '?object'],
    ['object=0&model=tickets', '?object'],
    ['model=nothing', '?model'],
    ['type=DROP', '?type'],
    ['actor=x', '?actor'],
    ['created_after=yesterday', '?created_after'],
    ['created_after=2026-01-01T00:00:00%2B23:00', '?created_after'],
    ['created_before=0000-01-01', '?created_before'],
    ['limit=101', '?limit'],
    ['cursor=x', '?cursor'],
  ])('?%s: 400, with a pointer to %s', async (query, pointer) => {
    const answer = await api.as(bob).get(`${PATH}?${query}`);
    expectProblem(answer, 400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
  it('a cursor of other filters: 400', async () => {
    const { next_cursor } = (await api.as(bob).get(`${PATH}?limit=1`)).body;
    expectProblem(await api.as(bob).get(`${PATH}?limit=1&model=tickets&cursor=${next_cursor}`), 400);
  });
  it('nobody: 401; users: 403', async () => {
    expectProblem(await api.get(PATH), 401);
    expectProblem(await api.as(ada).get(PATH), 403);
  });
});
