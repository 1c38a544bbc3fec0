import { listenLive, readLive } from './live-reader.js';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { drain } from './drain.js';
import { type Mailbox, makeMailbox } from './mailbox.js';
import { makeAdmin, makeComment, makeTag, makeTicket, makeUser, type Person } from './make.js';
import { routesOf } from './routes.js';
import { startApi, type TestApi } from './start-api.js';
import { until } from './until.js';

const CANARY = 'canary-7f3a';
const TAG_CANARY = 'canary-tag-91c';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let zoe: Person;
let id: number;
/** Id of the first note; of the comment before it until that is written. */
let note: number;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await makeMailbox();
  api = await startApi({ DATA_DIR: mailbox.directory });
  const people = [makeUser(api), makeUser(api), makeAdmin(api), makeAdmin(api)];
  [ada, eve, bob, zoe] = (await Promise.all(people)) as [Person, Person, Person, Person];
  ({ id } = await makeTicket(api, ada));
  await makeTicket(api, ada, { title: 'Another one of the same person' });
  await makeTicket(api, eve);
  await api.as(bob).patch(`/api/tickets/${id}/`, { assigned_to: zoe.id });
  ({ id: note } = await makeComment(api, bob, id, { content: 'A public word.' }));
  await drain(api);
});
afterAll(async () => {
  await api.stop();
  await mailbox.remove();
});

/** Queries whose answer could differ although no text shows: searches, sorts, filters by date, pages. */
const QUERIES = [
  '',
  `?q=${CANARY}`,
  '?q=canary',
  '?sort=-updated_at',
  '?sort=updated_at&limit=1',
  '?updated_after=2026-01-01&limit=2',
  '?limit=1',
  '?tag=1',
  '?tag=2000000000',
];

/** Every address that can be read, with every query. */
function addresses(): string[] {
  const paths = routesOf(api)
    .filter(({ method, path }) => method === 'GET' && !path.includes('/docs') && !path.includes('openapi'))
    .map(({ path }) => path.replace(':id', String(path.includes('/comments/:id') ? note : id)));
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

/** Everything that was mailed to the person, decoded. */
async function mailsTo({ email }: Person): Promise<string[]> {
  await drain(api);
  const folder = join(mailbox.directory, 'mail');
  const files = await readdir(folder);
  const mails = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(join(folder, file)))),
  );
  return mails
    .filter(({ to }) => [to].flat()[0]?.text === email)
    .map(({ subject, text, html }) => [subject, text, html].join('\n'));
}

describe('an internal note', () => {
  it('changes nothing that the requester, another user or a passer-by can read', async () => {
    const before = [await everything(ada), await everything(eve), await everything()];
    const secret = { content: `Do not tell: ${CANARY}`, is_internal: true };
    const { id: written } = await makeComment(api, bob, id, secret);
    const path = `/api/admin/comments/${written}/`;
    await api.as(bob).patch(path, { content: `Tell nobody: ${CANARY}` });
    await api.as(bob).delete(path);
    await api.as(bob).post(`${path}restore/`);
    await drain(api);
    const after = [await everything(ada), await everything(eve), await everything()];
    expect(after).toEqual(before);
    note = written;
  });

  it('shows to admins wherever comments show', async () => {
    const seen = Object.entries(await everything(bob)).filter(([, text]) => text.includes(CANARY));
    const paths = new Set(seen.map(([address]) => address.split('?')[0]));
    expect([...paths].sort()).toEqual([
      '/api/admin/audit_log',
      '/api/admin/audit_log/export',
      '/api/admin/comments',
      `/api/admin/comments/${note}`,
      '/api/admin/comments/export',
      '/api/admin/tickets',
      `/api/admin/tickets/${id}`,
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
    await drain(api);
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

describe('a tag', () => {
  it('changes nothing that the requester, another user or a passer-by can read', async () => {
    const before = [await everything(ada), await everything(eve), await everything()];
    const { id: tagId } = await makeTag(api, bob, TAG_CANARY);
    const { status } = await api.as(bob).patch(`/api/tickets/${id}/`, { tags: [tagId] });
    expect(status).toBe(200);
    await drain(api);
    const after = [await everything(ada), await everything(eve), await everything()];
    expect(after).toEqual(before);
  });

  it('shows to admins on the ticket, in its history and among the tags', async () => {
    const seen = Object.entries(await everything(bob)).filter(([, text]) => text.includes(TAG_CANARY));
    const paths = new Set(seen.map(([address]) => address.split('?')[0]));
    const expected = ['/api/admin/tags', '/api/tags', '/api/tickets', `/api/tickets/${id}`];
    expect([...paths]).toEqual(expect.arrayContaining([...expected, `/api/tickets/${id}/timeline`]));
  });

  it('stands in no mail and in none of the answers to what the requester writes', async () => {
    const path = `/api/tickets/${id}/`;
    await api.as(bob).patch(`${path}update_status/`, { status: 'open' });
    const ofAnotherTag = (await makeTag(api, bob, `${TAG_CANARY} 2`)).id;
    const answers = [
      await api.as(ada).patch(path, { title: 'Another title', tags: [ofAnotherTag] }),
      await api.as(ada).post(`${path}comments/`, { content: 'Hello?' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 201]);
    expect(JSON.stringify(answers)).not.toContain(TAG_CANARY);
    expect([...(await mailsTo(ada)), ...(await mailsTo(zoe))].join()).not.toContain(TAG_CANARY);
  });
});

describe('on the live stream, an internal note or a tag', () => {
  it('is not told to the requester, and no id tells that something is missing', async () => {
    const url = await listenLive(api);
    const reader = await readLive(url, ada);
    const ticket = await makeTicket(api, ada);
    await makeComment(api, bob, ticket.id, { content: 'One.' });
    await makeComment(api, bob, ticket.id, { content: CANARY, is_internal: true });
    await makeComment(api, bob, ticket.id, { content: CANARY, is_internal: true });
    const tag = await makeTag(api, bob, 'live');
    await api.as(bob).patch(`/api/tickets/${ticket.id}/`, { tags: [tag.id] });
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

describe('what people are told of an internal note', () => {
  it('reaches the admin who has the ticket, in the bell and by mail, and nobody else', async () => {
    expect((await everything(zoe))['/api/notifications']).toContain(CANARY);
    expect((await mailsTo(zoe)).filter((mail) => mail.includes(CANARY))).toHaveLength(1);
    for (const person of [ada, eve]) expect((await mailsTo(person)).join()).not.toContain(CANARY);
    expect((await mailsTo(ada)).join()).toContain('A public word.');
  });

  it('shows nowhere any more to an admin who became a user', async () => {
    await makeComment(api, zoe, id, { content: 'I listen to this one.', is_internal: true });
    await makeComment(api, bob, id, { content: `Once more: ${CANARY}`, is_internal: true });
    expect((await api.as(bob).patch(`/api/users/${zoe.id}/`, { role: 'user' })).status).toBe(200);
    expect((await mailsTo(zoe)).filter((mail) => mail.includes('Once more'))).toEqual([]);
    expect(Object.values(await everything(zoe)).join()).not.toContain(CANARY);
  });
});
