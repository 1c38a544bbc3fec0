import { drain } from '../../test/drain.js';
import { listenLive, type LiveReader, readLive } from '../../test/live-reader.js';
import { type Mailbox, makeMailbox } from '../../test/mailbox.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let api: TestApi;
let mailbox: Mailbox;
let ada: Person;
let bob: Person;
let id: number;
beforeAll(async () => {
  mailbox = await makeMailbox();
  api = await startApi({ DATA_DIR: mailbox.directory });
});
afterAll(async () => {
  await api.stop();
  await mailbox.remove();
});
beforeEach(async () => {
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api, { first: 'Bob' })]);
  ({ id } = await makeTicket(api, ada));
});

const WORD = 'quicksilver';
const say = (fields: object = {}, author = bob) =>
  makeComment(api, author, id, { content: `About ${WORD}.`, ...fields });
const remove = (comment: { id: number }) => api.as(bob).delete(`/api/admin/comments/${comment.id}/`);
const restore = (comment: { id: number }) => api.as(bob).post(`/api/admin/comments/${comment.id}/restore/`);

/** Every door of the help desk behind which a comment shows. */
const doors = () => [
  `/api/tickets/${id}/`,
  `/api/tickets/${id}/comments/`,
  `/api/tickets/${id}/timeline/`,
  '/api/tickets/',
  `/api/tickets/?q=${WORD}`,
  '/api/notifications/',
];
const answersTo = async (person: Person) =>
  Promise.all(doors().map(async (path) => JSON.stringify((await api.as(person).get(path)).body)));
/** Behind how many doors its text, or its ticket for the search, shows. */
const shows = async (person: Person) =>
  (await answersTo(person)).map((text, i) => text.includes(i === 4 ? `"id":${id}` : WORD));
const ticketOf = async (person: Person) => (await api.as(person).get(`/api/tickets/${id}/`)).body;
const timelineOf = async (person: Person): Promise<{ type: string; is_internal: boolean }[]> =>
  (await api.as(person).get(`/api/tickets/${id}/timeline/`)).body.results;
const typesOf = (entries: { type: string }[]) => entries.map(({ type }) => type);

describe('a deleted comment', () => {
  it('is gone for everybody behind every door, and back with all of it when it is restored', async () => {
    const comment = await say();
    await drain(api);
    const before = await shows(ada);
    expect([before, await shows(bob)]).toEqual([Array(6).fill(true), [...Array(5).fill(true), false]]);
    await remove(comment);
    await drain(api);
    for (const person of [ada, bob]) expect(await shows(person)).toEqual(Array(6).fill(false));
    await restore(comment);
    await drain(api);
    expect(await shows(ada)).toEqual(before);
  });
  it('counts no more, and is no latest comment', async () => {
    await say({ content: 'First.' });
    const second = await say({ content: 'Second.' });
    await remove(second);
    const [row] = (await api.as(ada).get('/api/tickets/')).body.results;
    expect([row.comment_count, row.latest_comment.excerpt]).toEqual([1, 'First.']);
    expect((await api.as(ada).get(`/api/tickets/${id}/comments/`)).body.total).toBe(1);
    await restore(second);
    expect(await ticketOf(ada)).toMatchObject({ comment_count: 2, latest_comment: { excerpt: 'Second.' } });
  });
  it('was the first response nevertheless, and reopened the ticket', async () => {
    const answer = await say();
    const { first_response_at } = await ticketOf(ada);
    await api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved' });
    const reopening = await say({}, ada);
    await remove(answer);
    await remove(reopening);
    expect(await ticketOf(ada)).toMatchObject({ first_response_at, status: 'open' });
  });
  it('leaves a quiet line in the history of admins, and nothing in that of the requester', async () => {
    const comment = await say();
    await api.as(bob).patch(`/api/admin/comments/${comment.id}/`, { content: `Better ${WORD}.` });
    expect(typesOf(await timelineOf(ada))).toEqual(['comment.added', 'ticket.created']);
    await remove(comment);
    const [deleted, edited] = await timelineOf(bob);
    expect(deleted).toMatchObject({ type: 'comment.deleted', is_internal: true, actor: { id: bob.id } });
    expect(edited).toMatchObject({ type: 'comment.edited', is_internal: true, changes: [], comment: null });
    expect(typesOf(await timelineOf(ada))).toEqual(['ticket.created']);
  });
  it('fills no page of the history less', async () => {
    for (let i = 0; i < 4; i++) await say({ content: `No. ${i}` });
    const comments = (await api.as(bob).get(`/api/tickets/${id}/comments/`)).body.results;
    for (const comment of comments.slice(1)) await remove(comment);
    const { results } = (await api.as(ada).get(`/api/tickets/${id}/timeline/?limit=2`)).body;
    expect(typesOf(results)).toEqual(['comment.added', 'ticket.created']);
  });
  it('that was a note: no trace of it changes for the requester', async () => {
    const note = await say({ is_internal: true });
    const before = await answersTo(ada);
    await api.as(bob).patch(`/api/admin/comments/${note.id}/`, { content: `Better ${WORD}.` });
    await remove(note);
    await restore(note);
    await drain(api);
    expect(await answersTo(ada)).toEqual(before);
  });
  it('is in no mail and rings no bell that waited', async () => {
    const comment = await say();
    await remove(comment);
    expect((await mailbox.mailsTo(api, ada.email)).filter((mail) => mail.includes(WORD))).toEqual([]);
    const { results } = (await api.as(ada).get('/api/notifications/')).body;
    expect(results.map(({ kind }: { kind: string }) => kind)).not.toContain('comment_added');
  });
  it('is told of no second time when it is restored', async () => {
    const comment = await say();
    await drain(api);
    await remove(comment);
    await restore(comment);
    expect((await mailbox.mailsTo(api, ada.email)).filter((mail) => mail.includes(WORD))).toHaveLength(1);
  });
  it('makes nobody a listener: who wrote only it is told of no later note', async () => {
    const zoe = await makeAdmin(api);
    await remove(await say({ is_internal: true }, zoe));
    await say({ is_internal: true });
    await drain(api);
    const { results } = (await api.as(zoe).get('/api/notifications/')).body;
    expect(results.map(({ kind }: { kind: string }) => kind)).not.toContain('note_added');
  });
});

describe('an edited comment', () => {
  it('shows its new text alone, and when it was edited', async () => {
    const { id: comment } = await say({ content: 'Old words.' });
    await api.as(bob).patch(`/api/admin/comments/${comment}/`, { content: 'New words.' });
    for (const person of [ada, bob]) {
      const text = (await answersTo(person)).join();
      expect([text.includes('Old words.'), text.includes('New words.')]).toEqual([false, true]);
    }
    const [view] = (await ticketOf(ada)).comments.results;
    expect(Date.parse(view.updated_at)).toBeGreaterThan(Date.parse(view.created_at));
    expect(view.can).toEqual({ edit: false, delete: false });
  });
  it('is mailed with its new text when the mail still waits', async () => {
    const { id: comment } = await say({ content: 'Old words.' });
    await api.as(bob).patch(`/api/admin/comments/${comment}/`, { content: 'New words.' });
    const mails = (await mailbox.mailsTo(api, ada.email)).join();
    expect([mails.includes('Old words.'), mails.includes('New words.')]).toEqual([false, true]);
  });
});

describe('on the live stream', () => {
  it('who may see a comment hears that it changed, and of a note only admins do', async () => {
    const url = await listenLive(api);
    const [hers, his] = [await readLive(url, ada), await readLive(url, bob)];
    const [comment, note] = [await say(), await say({ is_internal: true })];
    for (const one of [note, comment]) {
      await api.as(bob).patch(`/api/admin/comments/${one.id}/`, { content: 'Other words.' });
      await remove(one);
      await restore(one);
    }
    const changes = ['comment.edited', 'comment.deleted', 'comment.restored'];
    const commentsIn = ({ messages }: LiveReader) =>
      messages.map(({ data }) => String(data.type)).filter((type) => type.startsWith('comment.'));
    await until(async () => commentsIn(his).length === 8 && commentsIn(hers).length === 4);
    expect(commentsIn(his)).toEqual(['comment.added', 'comment.added', ...changes, ...changes]);
    expect(commentsIn(hers)).toEqual(['comment.added', ...changes]);
    for (const reader of [hers, his]) reader.close();
  });
});
