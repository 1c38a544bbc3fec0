import type { TimelineEntry } from '@ticketing/contracts';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let cleo: Person;
let id: number;

beforeAll(async () => {
  api = await startApi();
  [ada, eve, bob, cleo] = await Promise.all([
    makeUser(api, { first: 'Ada', last: 'X' }),
    makeUser(api),
    makeAdmin(api, { first: 'Bob', last: 'Y' }),
    makeAdmin(api, { first: 'Cleo', last: 'Z' }),
  ]);
  ({ id } = await makeTicket(api, ada));
  const path = `/api/tickets/${id}/`;
  await api.as(ada).patch(path, { title: 'New title', priority: 'high' });
  await api.as(bob).patch(path, { assigned_to: bob.id });
  await makeComment(api, bob, id, { content: 'Difficult one.', is_internal: true });
  await api.as(bob).patch(path, { assigned_to: cleo.id });
  await makeComment(api, ada, id, { content: 'Still burning.' });
  await api.as(cleo).patch(`${path}update_status/`, { status: 'resolved', admin_feedback: 'Out.' });
  await api.as(cleo).patch(path, { assigned_to: null });
});
afterAll(() => api.stop());

const history = async (person: Person): Promise<TimelineEntry[]> =>
  (await api.as(person).get(`/api/tickets/${id}/timeline/`)).body.results;
const entryOf = async (type: string, person = ada) =>
  (await history(person)).find((entry) => entry.type === type)!;

describe('GET /api/tickets/{id}/timeline/', () => {
  it('tells the whole story, newest first', async () =>
    expect((await history(bob)).map(({ type, actor }) => [type, actor!.name])).toEqual([
      ['ticket.assigned', 'Cleo Z'],
      ['ticket.status_changed', 'Cleo Z'],
      ['comment.added', 'Ada X'],
      ['ticket.assigned', 'Bob Y'],
      ['comment.added', 'Bob Y'],
      ['ticket.assigned', 'Bob Y'],
      ['ticket.edited', 'Ada X'],
      ['ticket.created', 'Ada X'],
    ]));
  it('hides internal entries from the requester, and nothing else', async () => {
    const seen = await history(ada);
    /** What each may do with a comment is their own. */
    const shown = (entries: TimelineEntry[]) =>
      entries.map(({ comment, ...entry }) => ({ ...entry, comment: comment && { ...comment, can: null } }));
    expect(shown(seen)).toEqual(shown((await history(bob)).filter((entry) => !entry.is_internal)));
    expect(JSON.stringify(seen)).not.toContain('Difficult');
  });
  it('names assignees, not their ids', async () =>
    expect(
      (await history(ada)).filter(({ type }) => type === 'ticket.assigned').map((e) => e.changes),
    ).toEqual([
      [{ field: 'assigned_to', from: 'Cleo Z', to: null }],
      [{ field: 'assigned_to', from: 'Bob Y', to: 'Cleo Z' }],
      [{ field: 'assigned_to', from: null, to: 'Bob Y' }],
    ]));
  it('shows old and new values of an edit', async () =>
    expect((await entryOf('ticket.edited')).changes).toEqual([
      { field: 'title', from: 'Printer on fire', to: 'New title' },
      { field: 'priority', from: 'medium', to: 'high' },
    ]));
  it('shows a status with its feedback in one entry', async () =>
    expect((await entryOf('ticket.status_changed')).changes).toEqual([
      { field: 'status', from: 'open', to: 'resolved' },
      { field: 'admin_feedback', from: null, to: 'Out.' },
    ]));
  it('carries the comments themselves', async () => {
    const [comment] = (await api.as(ada).get(`/api/tickets/${id}/comments/`)).body.results;
    expect(await entryOf('comment.added')).toMatchObject({ comment, changes: [] });
  });
  it('keeps deletion and restoration', async () => {
    const ticket = await makeTicket(api, ada);
    await api.as(bob).delete(`/api/tickets/${ticket.id}/`);
    await api.as(bob).post(`/api/tickets/${ticket.id}/restore/`);
    const { body } = await api.as(ada).get(`/api/tickets/${ticket.id}/timeline/`);
    expect(body.results.map(({ type }: TimelineEntry) => type)).toEqual([
      'ticket.restored',
      'ticket.deleted',
      'ticket.created',
    ]);
  });
  it.each([1, 2, 7])('in pages of %i shows each entry once and in order', async (limit) => {
    const path = `/api/tickets/${id}/timeline/?limit=${limit}`;
    for (const person of [ada, bob]) {
      const all = (await history(person)).map((entry) => entry.id);
      expect(idsOf(await walk<TimelineEntry>(api.as(person), path))).toEqual(all);
    }
  });
  it.each(['limit=0', 'limit=101', 'cursor=x'])('400 for ?%s', async (query) =>
    expect((await api.as(ada).get(`/api/tickets/${id}/timeline/?${query}`)).status).toBe(400),
  );
  it('401 without a token, 404 for strangers and unknown tickets', async () => {
    const answers = await Promise.all([
      api.get(`/api/tickets/${id}/timeline/`),
      api.as(eve).get(`/api/tickets/${id}/timeline/`),
      api.as(bob).get('/api/tickets/2000000000/timeline/'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 404]);
  });
});
