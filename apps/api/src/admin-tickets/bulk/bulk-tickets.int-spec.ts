import type { BulkTicketChange } from '@ticketing/contracts';
import { drain } from '../../../test/drain.js';
import { expectProblem } from '../../../test/expect-problem.js';
import { makeAdmin, makeTag, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { insertTickets } from '../../../test/many-tickets.js';
import { type Answer, startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let ada: Person;
let root: Person;
let bob: Person;
beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
  [root, bob] = [await makeAdmin(api), await makeAdmin(api, { first: 'Bob', last: 'Builder' })];
});
afterAll(() => api.stop());

const BULK = '/api/admin/tickets/bulk/';
const bulk = (ids: number[], change: BulkTicketChange, who = root, headers = {}) =>
  api.as(who).post(BULK, { ids, change }, headers);
const preview = (ids: number[], change: BulkTicketChange) =>
  api.as(root).post(`${BULK}preview/`, { ids, change });
const undo = ({ body }: Answer, who = root) => api.as(who).post(`${BULK}${body.id}/undo/`);
const read = async (id: number) => (await api.as(root).get(`/api/admin/tickets/${id}/`)).body;
const move = (id: number, status: string) =>
  api.as(root).patch(`/api/tickets/${id}/update_status/`, { status });

async function makeMany(count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i++) ids.push((await makeTicket(api, ada)).id);
  return ids;
}

const eventsOf = async (ids: number[]) => {
  const { rows } = await api.db.client.query(
    `select ticket_id, actor_id, type, data from events
      where ticket_id = any($1) and type <> 'ticket.created' order by id`,
    [ids],
  );
  return rows as { ticket_id: number; actor_id: number; type: string; data: { changes: object[] } }[];
};

describe('POST /api/admin/tickets/bulk/', () => {
  it('changes all of them, each with its event that says what was and what is', async () => {
    const ids = await makeMany(3);
    const { status, body } = await bulk(ids, { assigned_to: bob.id, priority: 'high' });
    expect([status, body.changed, body.unchanged, body.refused]).toEqual([200, ids, [], []]);
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ priority: 'high', assigned_to: { id: bob.id }, version: 2 });
    }
    expect((await eventsOf([ids[0]!])).map(({ type, data }) => [type, data.changes])).toEqual([
      ['ticket.edited', [{ field: 'priority', from: 'medium', to: 'high' }]],
      ['ticket.assigned', [{ field: 'assigned_to', from: null, to: String(bob.id) }]],
    ]);
  });
  it('names those that a rule forbids, and changes the others', async () => {
    const [open, closed, resolved, deleted] = (await makeMany(4)) as [number, number, number, number];
    await move(closed, 'closed');
    await move(resolved, 'resolved');
    await api.as(root).delete(`/api/tickets/${deleted}/`);
    const { body } = await bulk([2_000_000_000, open, closed, resolved, deleted], { status: 'resolved' });
    expect([body.changed, body.unchanged]).toEqual([[open], [resolved]]);
    expect(body.refused).toEqual([
      { id: closed, title: 'Printer on fire', reason: 'A ticket that is closed cannot become resolved.' },
      { id: deleted, title: 'Printer on fire', reason: 'It is deleted.' },
      { id: 2_000_000_000, title: null, reason: 'There is no such ticket.' },
    ]);
  });
  it('does all of the change to a ticket, or nothing', async () => {
    const [id] = (await makeMany(1)) as [number];
    await move(id, 'closed');
    await bulk([id], { priority: 'urgent', status: 'resolved' });
    expect(await read(id)).toMatchObject({ priority: 'medium', status: 'closed' });
  });
  it('resolves with feedback, as one by one: stamps, and a mail and a line in the bell of each requester', async () => {
    const [id] = (await makeMany(1)) as [number];
    await drain(api);
    await bulk([id], { status: 'resolved', admin_feedback: 'Done.' });
    await drain(api);
    expect(await read(id)).toMatchObject({
      status: 'resolved',
      admin_feedback: 'Done.',
      resolved_at: expect.any(String),
    });
    const { body } = await api.as(ada).get('/api/notifications/?limit=1');
    expect(body.results[0].ticket.id).toBe(id);
  });
  it('deletes, and restores', async () => {
    const ids = await makeMany(2);
    expect((await bulk(ids, { is_deleted: true })).body.changed).toEqual(ids);
    expect((await read(ids[0]!)).deleted_at).toEqual(expect.any(String));
    expect((await bulk(ids, { is_deleted: true })).body).toMatchObject({
      changed: [],
      unchanged: ids,
      id: null,
    });
    expect((await bulk(ids, { is_deleted: false })).body.changed).toEqual(ids);
    expect((await eventsOf([ids[0]!])).map(({ type }) => type)).toEqual([
      'ticket.deleted',
      'ticket.restored',
    ]);
  });
  it('answers a repeated request with the first answer, and does it once', async () => {
    const ids = await makeMany(1);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = [
      await bulk(ids, { priority: 'low' }, root, key),
      await bulk(ids, { priority: 'low' }, root, key),
    ];
    expect(second.body).toEqual(first.body);
    expect(await eventsOf(ids)).toHaveLength(1);
  });
  it.each<[string, unknown]>([
    ['/change', {}],
    ['/change/is_deleted', { is_deleted: true, priority: 'low' }],
    ['/change/admin_feedback', { admin_feedback: 'Done.' }],
    ['/change/status', { status: 'gone' }],
    ['/change/priority', { priority: null }],
  ])('400 at %s for %j', async (pointer, change) => {
    const answer = await bulk([1], change as BulkTicketChange);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
  it('400 for somebody who cannot have tickets, no ticket, one twice, and too many', async () => {
    const answer = await bulk(await makeMany(1), { assigned_to: ada.id });
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/change/assigned_to');
    for (const ids of [[], [1, 1], Array.from({ length: 501 }, (_, i) => i + 1)])
      expectProblem(await bulk(ids, { priority: 'low' }), 400);
  });
  it('401 for nobody, 403 for a user', async () => {
    const body = { ids: [1], change: { priority: 'low' } };
    for (const path of [BULK, `${BULK}preview/`, `${BULK}1/undo/`]) {
      expectProblem(await api.post(path, body), 401);
      expectProblem(await api.as(ada).post(path, body), 403);
    }
  });
});

describe('many at the same time', () => {
  it('neither wait for each other for ever nor lose anything', async () => {
    const ids = await makeMany(12);
    const orders = [ids, ids.toReversed(), ids.slice(3), ids.slice(0, 9).toReversed()];
    const changes: BulkTicketChange[] = [
      { priority: 'high' },
      { category: 'billing' },
      { assigned_to: bob.id },
      { status: 'in_progress' },
    ];
    const answers = await Promise.all([
      ...changes.map((change, i) => bulk(orders[i]!, change)),
      ...ids.map((id) => api.as(bob).patch(`/api/tickets/${id}/`, { title: `Printer ${id}` })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(200));
    expect(await read(ids[5]!)).toMatchObject({
      priority: 'high',
      category: 'billing',
      assigned_to: { id: bob.id },
      status: 'in_progress',
      title: `Printer ${ids[5]}`,
      version: 6,
    });
    const made = (await eventsOf(ids)).length;
    expect(made).toBe(12 + 12 + 9 + 9 + 12);
  });
});

describe('POST /api/admin/tickets/bulk/preview/', () => {
  it('says what the change then does, and does nothing', async () => {
    const [a, b, closed] = (await makeMany(3)) as [number, number, number];
    await move(closed, 'closed');
    const change: BulkTicketChange = { status: 'pending_user', assigned_to: bob.id };
    const { body } = await preview([a, b, closed], change);
    expect(body).toEqual({
      changed: 2,
      unchanged: 0,
      refused: [
        { id: closed, title: 'Printer on fire', reason: 'A ticket that is closed cannot become pending.' },
      ],
      effects: ['2 tickets: status Open -> Pending', '2 tickets: assignee Nobody -> Bob Builder'],
    });
    expect((await read(a)).version).toBe(1);
    expect((await bulk([a, b, closed], change)).body).toMatchObject({
      changed: [a, b],
      refused: body.refused,
    });
  });
  it('tells of deleting, of feedback, and of one ticket as one', async () => {
    const ids = await makeMany(1);
    expect((await preview(ids, { is_deleted: true })).body.effects).toEqual(['1 ticket: deleted']);
    const feedback = await preview(ids, { status: 'resolved', admin_feedback: 'Done.' });
    expect(feedback.body.effects).toEqual([
      '1 ticket: status Open -> Resolved',
      '1 ticket: feedback to the requester',
    ]);
  });
  it('400 for what the change itself refuses', async () =>
    expectProblem(await preview([1], { assigned_to: ada.id }), 400));
});

describe('POST /api/admin/tickets/bulk/{id}/undo/', () => {
  const UNSTAMPED = { resolved_at: null, closed_at: null };

  it('puts all of them back, stamps included, with events of who did', async () => {
    const [open, resolved] = (await makeMany(2)) as [number, number];
    await move(resolved, 'resolved');
    const before = await read(resolved);
    const done = await bulk([open, resolved], { status: 'closed', admin_feedback: 'Over.' });
    const { status, body } = await undo(done, bob);
    expect([status, body]).toEqual([200, { restored: [open, resolved], left: [] }]);
    expect(await read(open)).toMatchObject({
      status: 'open',
      ...UNSTAMPED,
      admin_feedback: null,
      version: 3,
    });
    expect(await read(resolved)).toMatchObject({
      status: 'resolved',
      resolved_at: before.resolved_at,
      closed_at: null,
    });
    const last = (await eventsOf([resolved])).at(-1)!;
    expect([last.actor_id, last.type, last.data.changes]).toEqual([
      bob.id,
      'ticket.status_changed',
      [
        { field: 'status', from: 'closed', to: 'resolved' },
        { field: 'admin_feedback', from: 'Over.', to: null },
      ],
    ]);
  });
  it('leaves those that somebody touched since: changed, deleted, or rated', async () => {
    const ids = (await makeMany(4)) as [number, number, number, number];
    const [changed, deleted, rated, untouched] = ids;
    const done = await bulk(ids, { status: 'resolved' });
    await api.as(bob).patch(`/api/tickets/${changed}/`, { title: 'Printer is out' });
    await api.as(bob).delete(`/api/tickets/${deleted}/`);
    await api.as(ada).post(`/api/tickets/${rated}/rating/`, { score: 5 });
    const { body } = await undo(done);
    expect(body.restored).toEqual([untouched]);
    expect(body.left).toEqual(
      [changed, deleted, rated].map((id) => ({
        id,
        title: id === changed ? 'Printer is out' : 'Printer on fire',
        reason: 'It was changed since.',
      })),
    );
    expect(await read(rated)).toMatchObject({ status: 'resolved', rating_score: 5 });
  });
  it('takes back a resolution as if it had not been: the next one is the first, and rated', async () => {
    const [id] = (await makeMany(1)) as [number];
    await undo(await bulk([id], { status: 'resolved' }));
    await move(id, 'resolved');
    expect((await api.as(ada).post(`/api/tickets/${id}/rating/`, { score: 3 })).status).toBe(201);
    expect((await read(id)).rating_score).toBe(3);
  });
  it('keeps what requesters wrote meanwhile', async () => {
    const [id] = (await makeMany(1)) as [number];
    const done = await bulk([id], { priority: 'low' });
    await api.as(root).post(`/api/tickets/${id}/add_comment/`, { content: 'Looking.' });
    expect((await undo(done)).body.restored).toEqual([id]);
    expect(await read(id)).toMatchObject({
      priority: 'medium',
      comment_count: 1,
      first_response_at: expect.any(String),
    });
  });
  it('brings back what was deleted, and deletes what was restored', async () => {
    const ids = await makeMany(1);
    await undo(await bulk(ids, { is_deleted: true }));
    expect((await read(ids[0]!)).deleted_at).toBeNull();
    await bulk(ids, { is_deleted: true });
    await undo(await bulk(ids, { is_deleted: false }));
    expect((await read(ids[0]!)).deleted_at).not.toBeNull();
  });
  it('gives nothing back to who is no active admin any more', async () => {
    const eve = await makeAdmin(api);
    const ids = await makeMany(1);
    await bulk(ids, { assigned_to: eve.id });
    const done = await bulk(ids, { assigned_to: bob.id });
    await api.as(root).patch(`/api/users/${eve.id}/`, { role: 'user' });
    const { body } = await undo(done);
    expect([body.restored, body.left[0].reason]).toEqual([[], 'Who had it is no active admin any more.']);
  });
  it('once, whoever asks at the same time: 409 for the second', async () => {
    const done = await bulk(await makeMany(1), { priority: 'low' });
    const statuses = (await Promise.all([undo(done), undo(done, bob)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });
  it('409 after its time, and forgotten later: 404', async () => {
    const done = await bulk(await makeMany(1), { priority: 'low' });
    const age = (minutes: number) =>
      api.db.client.query(
        `update bulk_changes set created_at = now() - $2 * interval '1 minute' where id = $1`,
        [done.body.id, minutes],
      );
    await age(16);
    expectProblem(await undo(done), 409);
    await age(31);
    await api.db.client.query(`update schedules set next_run_at = now() where name = 'forget-bulk-changes'`);
    await drain(api);
    expectProblem(await undo(done), 404);
  });
});

describe('tags', () => {
  const namesOn = async (id: number) => (await read(id)).tags.map(({ name }: { name: string }) => name);
  const makeTags = () =>
    Promise.all(
      ['Alpha', 'Beta', 'Gamma'].map((name) =>
        makeTag(api, root, `${name} ${crypto.randomUUID().slice(0, 8)}`),
      ),
    );

  it('are added and removed, with events that requesters see nothing of, and put back', async () => {
    const [a, b, c] = await makeTags();
    const [one, other] = (await makeMany(2)) as [number, number];
    await api.as(root).patch(`/api/tickets/${one}/`, { tags: [a!.id, b!.id] });
    const change = { add_tags: [c!.id], remove_tags: [a!.id] };
    expect((await preview([one, other], change)).body.effects).toEqual([
      `2 tickets: tag ${c!.name} added`,
      `1 ticket: tag ${a!.name} removed`,
    ]);
    const seen = (await api.as(ada).get(`/api/tickets/${one}/`)).body;
    const done = await bulk([one, other], change);
    expect([await namesOn(one), await namesOn(other)]).toEqual([[b!.name, c!.name], [c!.name]]);
    expect((await api.as(ada).get(`/api/tickets/${one}/`)).body).toEqual(seen);
    expect((await eventsOf([other])).map(({ type, data }) => [type, data.changes])).toEqual([
      ['ticket.tagged', [{ field: 'tags', from: null, to: c!.name }]],
    ]);
    expect((await undo(done)).body).toEqual({ restored: [one, other], left: [] });
    expect([await namesOn(one), await namesOn(other)]).toEqual([[a!.name, b!.name], []]);
  });
  it('are unchanged where they are like that already', async () => {
    const [a, b] = await makeTags();
    const [id] = (await makeMany(1)) as [number];
    await api.as(root).patch(`/api/tickets/${id}/`, { tags: [a!.id] });
    const { body } = await bulk([id], { add_tags: [a!.id], remove_tags: [b!.id] });
    expect([body.changed, body.unchanged]).toEqual([[], [id]]);
  });
  it('keep a ticket as it is that would have too many, or whose tag is deleted meanwhile', async () => {
    const [a] = await makeTags();
    const full = await Promise.all(Array.from({ length: 20 }, () => makeTag(api, root, crypto.randomUUID())));
    const [id] = (await makeMany(1)) as [number];
    await api.as(root).patch(`/api/tickets/${id}/`, { tags: full.map((tag) => tag.id) });
    expect((await bulk([id], { add_tags: [a!.id] })).body.refused[0].reason).toBe(
      'A ticket can have 20 tags.',
    );
    const done = await bulk([id], { remove_tags: [full[0]!.id] });
    await api.as(root).delete(`/api/admin/tags/${full[0]!.id}/`);
    expect((await undo(done)).body.left[0].reason).toBe('A tag that it had is deleted.');
  });
  it('400 for one that never was, and for one both ways', async () => {
    const [a] = await makeTags();
    const unknown = await bulk([1], { add_tags: [2_000_000_000] });
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/change/add_tags']);
    expectProblem(await bulk([1], { add_tags: [a!.id], remove_tags: [a!.id] }), 400);
  });
});

describe('as many as there can be', () => {
  it('changes 500 in less than two seconds', async () => {
    const ids = await insertTickets(
      api,
      Array.from({ length: 500 }, () => ({ user_id: ada.id })),
    );
    const before = performance.now();
    const { body } = await bulk(ids, { status: 'in_progress', assigned_to: bob.id, priority: 'high' });
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(body.changed).toHaveLength(500);
    const undone = await api.as(root).post(`${BULK}${body.id}/undo/`);
    expect(undone.body.restored).toHaveLength(500);
  });
});
