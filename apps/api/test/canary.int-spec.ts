import { listenLive, readLive } from './live-reader.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from './make.js';
import { routesOf } from './routes.js';
import { startApi, type TestApi } from './start-api.js';
import { until } from './until.js';

const CANARY = 'canary-7f3a';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let id: number;

beforeAll(async () => {
  api = await startApi();
  [ada, eve, bob] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
  ({ id } = await makeTicket(api, ada));
  await makeTicket(api, ada, { title: 'Another one of the same person' });
  await makeTicket(api, eve);
  await makeComment(api, bob, id, { content: 'A public word.' });
});
afterAll(() => api.stop());

/** Queries whose answer could differ although no text shows: searches, sorts, filters by date, pages. */
const QUERIES = [
  '',
  `?q=${CANARY}`,
  '?q=canary',
  '?sort=-updated_at',
  '?sort=updated_at&limit=1',
  '?updated_after=2026-01-01&limit=2',
  '?limit=1',
];

/** Every address that can be read, with every query. */
function addresses(): string[] {
  const paths = routesOf(api)
    .filter(({ method, path }) => method === 'GET' && !path.includes('/docs') && !path.includes('openapi'))
    .map(({ path }) => path.replace(':id', String(id)));
  return paths.flatMap((path) => QUERIES.map((query) => path + query));
}

/** Everything that the person can read: status, body and the headers that follow from content. */
async function everything(person?: Person): Promise<Record<string, string>> {
  const requests = person ? api.as(person) : api;
  const answers: Record<string, string> = {};
  for (const address of addresses()) {
    const { status, headers, body } = await requests.get(address);
    const text = JSON.stringify({ status, etag: headers['etag'], length: headers['content-length'], body });
    answers[address] = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'request-id');
  }
  return answers;
}

describe('an internal note', () => {
  it('changes nothing that the requester, another user or a passer-by can read', async () => {
    const before = [await everything(ada), await everything(eve), await everything()];
    await makeComment(api, bob, id, { content: `Do not tell: ${CANARY}`, is_internal: true });
    const after = [await everything(ada), await everything(eve), await everything()];
    expect(after).toEqual(before);
  });

  it('shows to admins wherever comments show', async () => {
    const seen = Object.entries(await everything(bob)).filter(([, text]) => text.includes(CANARY));
    const paths = new Set(seen.map(([address]) => address.split('?')[0]));
    expect([...paths].sort()).toEqual([
      '/api/tickets',
      `/api/tickets/${id}`,
      `/api/tickets/${id}/comments`,
      `/api/tickets/${id}/timeline`,
    ]);
    expect((await api.as(bob).get(`/api/tickets/?q=${CANARY}`)).body.results[0].id).toBe(id);
  });

  it('shows to nobody else after everything else that can happen to the ticket', async () => {
    const path = `/api/tickets/${id}/`;
    await makeComment(api, ada, id, { content: 'Any news?' });
    await api.as(bob).patch(path, { assigned_to: bob.id, priority: 'urgent' });
    await makeComment(api, bob, id, { content: `Still: ${CANARY}`, is_internal: true });
    await api.as(bob).patch(`${path}update_status/`, { status: 'resolved', admin_feedback: 'Done.' });
    await api.as(ada).post(`${path}reopen/`);
    await api.as(bob).delete(path);
    await api.as(bob).post(`${path}restore/`);
    const answers = [await everything(ada), await everything(eve), await everything()].flatMap(Object.values);
    expect(answers.filter((text) => text.includes(CANARY))).toEqual([]);
  });

  it('is in none of the answers to what the requester writes', async () => {
    const path = `/api/tickets/${id}/`;
    const answers = [
      await api.as(ada).patch(path, { title: 'New title' }),
      await api.as(ada).post(`${path}comments/`, { content: 'Hello?' }),
      await api.as(ada).post(`${path}close/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200]);
    expect(JSON.stringify(answers)).not.toContain(CANARY);
  });
});

describe('on the live stream, an internal note', () => {
  it('is not told to the requester, and no id tells that something is missing', async () => {
    const url = await listenLive(api);
    const reader = await readLive(url, ada);
    const ticket = await makeTicket(api, ada);
    await makeComment(api, bob, ticket.id, { content: 'One.' });
    await makeComment(api, bob, ticket.id, { content: CANARY, is_internal: true });
    await makeComment(api, bob, ticket.id, { content: CANARY, is_internal: true });
    await makeComment(api, bob, ticket.id, { content: 'Two.' });
    const last = await makeTicket(api, ada);
    await until(async () => reader.messages.some(({ data }) => data.ticket_id === last.id));
    const told = reader.messages.filter(({ data }) => data.ticket_id === ticket.id);
    expect(told.map(({ event, data }) => [event, data.type])).toEqual([
      ['change', 'ticket.created'],
      ['change', 'comment.added'],
      ['change', 'comment.added'],
    ]);
    // the notes have positions between the comments: sealed, ids are texts of one length without order
    expect(new Set(told.map(({ id }) => id.length)).size).toBe(1);
    expect(told.map(({ id }) => id)).not.toContainEqual(expect.stringMatching(/^\d+$/));
    expect(reader.text()).not.toContain(CANARY);
    reader.close();
  });
});
