import type { NotificationView } from '@ticketing/contracts';
import { drain } from '../../test/drain.js';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  await api.db.client.query('delete from notifications');
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api, { first: 'Bob', last: 'Brown' })]);
});
afterAll(() => api.stop());

const list = async (person: Person, query = ''): Promise<NotificationView[]> => {
  await drain(api);
  return (await api.as(person).get(`/api/notifications/${query}`)).body.results;
};
const unread = async (person: Person) => {
  await drain(api);
  return (await api.as(person).get('/api/notifications/unread_count/')).body.unread;
};
const setStatus = async (id: number, body: object, admin = bob) =>
  expect((await api.as(admin).patch(`/api/tickets/${id}/update_status/`, body)).status).toBe(200);
const kinds = (notifications: NotificationView[]) => notifications.map(({ kind }) => kind);

/** A ticket of the person on which something was said so many times. */
async function talk(times: number): Promise<number> {
  const { id } = await makeTicket(api, ada);
  for (let i = 1; i <= times; i++) await makeComment(api, bob, id, { content: `Answer ${i}` });
  await drain(api);
  return id;
}

describe('GET /api/notifications/', () => {
  it('tells what happened, to what, by whom and in which words', async () => {
    const { id, title } = await makeTicket(api, ada);
    const content = `On\n\nits **way**. ${'x'.repeat(200)}`;
    const { id: comment_id } = await makeComment(api, bob, id, { content });
    const [notification] = await list(ada);
    expect(notification).toEqual({
      id: expect.any(Number),
      kind: 'comment_added',
      ticket: { id, title },
      actor: { id: bob.id, name: 'Bob Brown', role: 'admin', avatar: null },
      excerpt: `On its **way**. ${'x'.repeat(200)}`.slice(0, 140),
      comment_id,
      created_at: expect.any(String),
      read_at: null,
    });
  });
  it('says to which status a ticket went, and what the support team says', async () => {
    const { id } = await makeTicket(api, ada);
    await setStatus(id, { status: 'in_progress' });
    await setStatus(id, { status: 'resolved', admin_feedback: 'New cable.' });
    const told = (await list(ada)).map(({ kind, excerpt }) => [kind, excerpt]);
    expect(told).toEqual([
      ['feedback_given', 'New cable.'],
      ['status_changed', 'in_progress'],
    ]);
  });
  it('tells admins of new tickets, and the author of none of it', async () => {
    const { id } = await makeTicket(api, ada);
    expect((await list(bob)).map(({ kind, ticket, excerpt }) => [kind, ticket.id, excerpt])).toEqual([
      ['ticket_created', id, null],
    ]);
    expect(await list(ada)).toEqual([]);
  });
  it('tells an admin what was given to them', async () => {
    const { id } = await makeTicket(api, ada);
    await list(bob);
    await api.as(await makeAdmin(api)).patch(`/api/tickets/${id}/`, { assigned_to: bob.id });
    expect(kinds(await list(bob))).toEqual(['assigned', 'ticket_created']);
  });
  it('shows the newest first, page by page, each once, although more come meanwhile', async () => {
    const id = await talk(5);
    const first = (await api.as(ada).get('/api/notifications/?limit=2')).body;
    await makeComment(api, bob, id);
    await drain(api);
    const pages = [
      first,
      ...(await walk<NotificationView>(api.as(ada), '/api/notifications/?limit=2', first.next_cursor)),
    ];
    const ids = idsOf(pages);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });
  it('shows only unread ones when asked to', async () => {
    await talk(3);
    const [newest, ...others] = await list(ada);
    await api.as(ada).post(`/api/notifications/${newest!.id}/read/`);
    expect((await list(ada, '?unread=true')).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(await list(ada, '?unread=false')).toHaveLength(3);
  });
  it('names the comment that it tells of, without its words once it is deleted', async () => {
    const { id } = await makeTicket(api, ada);
    const comment = await makeComment(api, bob, id, { content: 'Some words.' });
    const [told] = await list(ada);
    expect(told).toMatchObject({ comment_id: comment.id, excerpt: 'Some words.' });
    await api.as(bob).delete(`/api/admin/comments/${comment.id}/`);
    expect((await list(ada))[0]).toMatchObject({ comment_id: comment.id, excerpt: null });
  });
  it('shows everybody their own only', async () => {
    await talk(1);
    expect(await list(await makeUser(api))).toEqual([]);
  });
  it.each(['?unread=yes', '?unread=true&unread=false', '?limit=0', '?limit=x', '?cursor=made-up'])(
    '400 for %s',
    async (query) => expectProblem(await api.as(ada).get(`/api/notifications/${query}`), 400),
  );
  it('400 for the cursor of somebody else, or of the other list', async () => {
    await talk(2);
    const { next_cursor } = (await api.as(ada).get('/api/notifications/?limit=1')).body;
    const path = `/api/notifications/?limit=1&cursor=${next_cursor}`;
    expectProblem(await api.as(bob).get(path), 400);
    expectProblem(await api.as(ada).get(`${path}&unread=true`), 400);
  });
  it('401 for nobody', async () => expectProblem(await api.get('/api/notifications/'), 401));
});

describe('a new line in the bell', () => {
  const told = async () => {
    await drain(api);
    const { rows } = await api.db.client.query<{ data: { user_id: number; notification_id: number } }>(
      `select data from events where type = 'notification.created' and ticket_id is null order by id`,
    );
    return rows.map(({ data }) => data).filter(({ user_id }) => user_id === ada.id);
  };

  it('is an event for the live stream of its owner, and of nobody else', async () => {
    await talk(1);
    const [{ id }] = (await list(ada)) as [NotificationView];
    expect(await told()).toEqual([{ user_id: ada.id, notification_id: id }]);
  });
  it('is one, and rings once, although its delivery was done twice', async () => {
    await talk(1);
    await api.db.client.query(
      `update deliveries set done_at = null, next_try_at = now() where handler = 'notify-in-app' and recipient = $1`,
      [`user:${ada.id}`],
    );
    expect([(await list(ada)).length, (await told()).length]).toEqual([1, 1]);
    const { rows } = await api.db.client.query(
      'select 1 from deliveries where done_at is null and dead_at is null',
    );
    expect(rows).toEqual([]);
  });
  it('comes in the order in which things happened', async () => {
    const { id } = await makeTicket(api, ada);
    await setStatus(id, { status: 'pending_user' });
    await drain(api);
    await api.as(bob).patch(`/api/tickets/${id}/`, { assigned_to: bob.id });
    await makeComment(api, ada, id, { content: 'It reopens.' }); // two events of one moment
    expect(kinds(await list(bob)).slice(0, 2)).toEqual(['status_changed', 'comment_added']);
  });
});

describe('GET /api/notifications/unread_count/', () => {
  it('counts what is not read', async () => {
    await talk(2);
    expect(await unread(ada)).toBe(2);
    const [newest] = await list(ada);
    await api.as(ada).post(`/api/notifications/${newest!.id}/read/`);
    expect(await unread(ada)).toBe(1);
  });
  it('stops at 100', async () => {
    const id = await talk(1);
    await api.db.client.query(
      `with more as (insert into events (type, ticket_id, actor_id, dispatched_at)
         select 'ticket.status_changed', $1, $2, now() from generate_series(1, 150) returning id)
       insert into notifications (user_id, event_id, ticket_id, kind) select $3, id, $1, 'status_changed' from more`,
      [id, bob.id, ada.id],
    );
    expect(await unread(ada)).toBe(100);
  });
  it('401 for nobody', async () => expectProblem(await api.get('/api/notifications/unread_count/'), 401));
});

describe('POST /api/notifications/{id}/read/', () => {
  const read = (person: Person, id: number | string) => api.as(person).post(`/api/notifications/${id}/read/`);

  it('marks one as read, and the first time stays', async () => {
    await talk(1);
    const [{ id }] = (await list(ada)) as [NotificationView];
    expect((await read(ada, id)).status).toBe(204);
    const [{ read_at }] = (await list(ada)) as [NotificationView];
    expect(Date.parse(read_at!)).toBeGreaterThan(0);
    expect((await read(ada, id)).status).toBe(204);
    expect((await list(ada))[0]!.read_at).toBe(read_at);
  });
  it("404 for somebody else's, word for word like one that never was; and it stays unread", async () => {
    await talk(1);
    const [{ id }] = (await list(ada)) as [NotificationView];
    const [foreign, unknown] = [await read(bob, id), await read(bob, 2_000_000_000)];
    expectProblem(foreign, 404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
    expect(await unread(ada)).toBe(1);
  });
  it.each(['0', '-1', '1.5', 'x', '99999999999'])('404 for %s', async (id) =>
    expectProblem(await read(ada, id), 404),
  );
  it('401 for nobody', async () => expectProblem(await api.post('/api/notifications/1/read/'), 401));
});

describe('POST /api/notifications/read_all/', () => {
  const readAll = (person: Person, body: object) => api.as(person).post('/api/notifications/read_all/', body);

  it('reads what was seen; what came later stays unread', async () => {
    await talk(3);
    const [latest, seen] = await list(ada);
    expect((await readAll(ada, { up_to: seen!.id })).status).toBe(204);
    expect((await list(ada, '?unread=true')).map(({ id }) => id)).toEqual([latest!.id]);
  });
  it("touches nobody else's", async () => {
    await talk(1);
    expect((await readAll(bob, { up_to: 2_147_483_647 })).status).toBe(204);
    expect(await unread(ada)).toBe(1);
  });
  it.each([{}, { up_to: 0 }, { up_to: 'x' }, { up_to: null }, { up_to: 2_147_483_648 }])(
    '400 for %j',
    async (body) => {
      const answer = await readAll(ada, body);
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/up_to');
    },
  );
  it('401 for nobody', async () =>
    expectProblem(await api.post('/api/notifications/read_all/', { up_to: 1 }), 401));
});

describe('POST /api/notifications/read_ticket/', () => {
  const readTicket = (person: Person, body: object) =>
    api.as(person).post('/api/notifications/read_ticket/', body);

  it('reads what is told of the ticket, answers with the rest, and reads nobody else’s', async () => {
    const [opened] = [await talk(2), await talk(1)];
    const unread = async () => (await list(ada)).filter(({ read_at }) => read_at === null);
    expect(await unread()).toHaveLength(3);
    const before = (await list(bob)).filter(({ read_at }) => read_at === null).length;
    expect((await readTicket(ada, { ticket_id: opened })).body).toEqual({ unread: 1 });
    expect((await unread()).map(({ ticket }) => ticket.id)).not.toContain(opened);
    expect((await list(bob)).filter(({ read_at }) => read_at === null)).toHaveLength(before);
  });
  it('says nothing about tickets: one that never was leaves all as it is', async () => {
    await talk(1);
    expect((await readTicket(ada, { ticket_id: 2_000_000_000 })).body).toEqual({ unread: 1 });
  });
  it.each([{}, { ticket_id: 0 }, { ticket_id: 'x' }, { ticket_id: null }])('400 for %j', async (body) =>
    expectProblem(await readTicket(ada, body), 400),
  );
  it('401 for nobody', async () =>
    expectProblem(await api.post('/api/notifications/read_ticket/', { ticket_id: 1 }), 401));
});

describe('preferences', () => {
  const path = '/api/notifications/preferences/';
  const off = (kind: string, channel: string) => ({ preferences: [{ kind, channel, enabled: false }] });
  const offOf = (body: { preferences: { kind: string; channel: string; enabled: boolean }[] }) =>
    body.preferences.filter(({ enabled }) => !enabled).map(({ kind, channel }) => `${kind} ${channel}`);

  it('are what there is for the role, all on', async () => {
    const [forUser, forAdmin] = [await api.as(ada).get(path), await api.as(bob).get(path)];
    expect([forUser.status, forUser.body.preferences.length, offOf(forUser.body)]).toEqual([200, 9, []]);
    expect([forAdmin.body.preferences.length, offOf(forAdmin.body)]).toEqual([15, []]);
  });
  it('change cell by cell, and back', async () => {
    const { status, body } = await api.as(ada).patch(path, off('comment_added', 'in_app'));
    expect([status, offOf(body), body.preferences.length]).toEqual([200, ['comment_added in_app'], 9]);
    await api.as(ada).patch(path, off('status_changed', 'email'));
    expect(offOf((await api.as(ada).get(path)).body)).toEqual([
      'status_changed email',
      'comment_added in_app',
    ]);
    const on = { preferences: [{ kind: 'comment_added', channel: 'in_app', enabled: true }] };
    expect(offOf((await api.as(ada).patch(path, on)).body)).toEqual(['status_changed email']);
  });
  it('keep only what differs from the default', async () => {
    const { body } = await api.as(ada).get(path);
    await api.as(ada).patch(path, body);
    const { rows } = await api.db.client.query('select 1 from notification_preferences where user_id = $1', [
      ada.id,
    ]);
    expect(rows).toEqual([]);
  });
  it('of a cell that is named twice the last counts', async () => {
    const cell = { kind: 'comment_added', channel: 'email' };
    const { status, body } = await api.as(ada).patch(path, {
      preferences: [
        { ...cell, enabled: true },
        { ...cell, enabled: false },
      ],
    });
    expect([status, offOf(body)]).toEqual([200, ['comment_added email']]);
  });
  it('stop the bell for what is switched off, and only for that', async () => {
    await api.as(ada).patch(path, off('comment_added', 'in_app'));
    const id = await talk(1);
    await setStatus(id, { status: 'in_progress' });
    expect(kinds(await list(ada))).toEqual(['status_changed']);
  });
  it.each([
    ['nothing', {}, '/preferences'],
    ['an empty list', { preferences: [] }, '/preferences'],
    ['a list of texts', { preferences: ['comment_added'] }, '/preferences'],
    [
      'too many',
      { preferences: Array(17).fill({ kind: 'assigned', channel: 'email', enabled: true }) },
      '/preferences',
    ],
    ['an unknown kind', off('rain', 'email'), '/preferences/0/kind'],
    ['an unknown channel', off('comment_added', 'pigeon'), '/preferences/0/channel'],
    [
      'what is neither on nor off',
      { preferences: [{ kind: 'comment_added', channel: 'email', enabled: 1 }] },
      '/preferences/0/enabled',
    ],
    ['a cell of admins', off('note_added', 'email'), '/preferences/0'],
    ['a cell that there is not', off('ticket_received', 'in_app'), '/preferences/0'],
  ])('400 for %s', async (_, body, pointer) => {
    const answer = await api.as(ada).patch(path, body);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
  it('401 for nobody', async () => {
    expectProblem(await api.get(path), 401);
    expectProblem(await api.patch(path, off('comment_added', 'email')), 401);
  });
});

describe('somebody whose rights changed', () => {
  const makeRole = async (by: Person, role: string) =>
    expect((await api.as(by).patch(`/api/users/${bob.id}/`, { role })).status).toBe(200);

  const isNote = ({ excerpt }: NotificationView) => excerpt === 'canary-note';

  it('sees nothing more of notes and of other people’s tickets, in the list and in the number', async () => {
    const zoe = await makeAdmin(api);
    const { id } = await makeTicket(api, ada);
    const own = await makeTicket(api, bob);
    await makeComment(api, bob, id);
    await makeComment(api, zoe, own.id, { content: 'A public answer' });
    for (const on of [id, own.id]) await api.as(zoe).patch(`/api/tickets/${on}/`, { assigned_to: bob.id });
    for (const on of [id, own.id])
      await makeComment(api, zoe, on, { content: 'canary-note', is_internal: true });
    const told = (await list(bob)).filter(isNote);
    expect(told).toHaveLength(2);
    await makeRole(zoe, 'user');
    const after = await list(bob);
    expect(after.map(({ kind, ticket }) => [kind, ticket.id])).toEqual([['comment_added', own.id]]);
    expect(await unread(bob)).toBe(1);
    for (const note of told)
      expectProblem(await api.as(bob).post(`/api/notifications/${note.id}/read/`), 404);
    await makeRole(zoe, 'admin');
    expect((await list(bob)).filter(isNote)).toEqual(told);
  });
  it('nobody sees notifications of a deleted ticket', async () => {
    const id = await talk(1);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    expect([await list(ada), await unread(ada)]).toEqual([[], 0]);
  });
});

describe('the clock', () => {
  const runSchedules = async () => {
    await drain(api);
    await api.db.client.query(`update schedules set next_run_at = now(), rung_at = null`);
    await drain(api);
  };
  it('forgets what was read 90 days ago, and nothing else', async () => {
    await talk(3);
    const [kept, young, old] = await list(ada);
    await api.as(ada).post('/api/notifications/read_all/', { up_to: young!.id });
    await api.db.client.query(`update notifications set created_at = now() - interval '1 year'`);
    await api.db.client.query(`update notifications set read_at = now() - interval '91 days' where id = $1`, [
      old!.id,
    ]);
    await runSchedules();
    expect((await list(ada)).map(({ id }) => id)).toEqual([kept!.id, young!.id]);
  });
  it('forgets deliveries that were done 30 days ago, but no dead ones', async () => {
    await talk(1);
    const ids = async () =>
      (await api.db.client.query('select id from deliveries order by id')).rows.map(({ id }) => id);
    const [first, second, ...others] = await ids();
    await api.db.client.query(`update deliveries set done_at = now() - interval '31 days' where id = $1`, [
      first,
    ]);
    await api.db.client.query(
      `update deliveries set done_at = null, dead_at = now() - interval '31 days' where id = $1`,
      [second],
    );
    await runSchedules();
    expect(await ids()).toEqual([second, ...others]);
  });
});
