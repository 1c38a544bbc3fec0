import type { TicketStatus } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { fingerprint } from '../../test/fingerprint.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { Secrets } from '../platform/config/secrets.js';
import { RatingLinks } from './rating-links.js';
import { RatingTokens } from './rating-token.js';

let api: TestApi;
let ada: Person;
let bob: Person;
let id: number;
beforeAll(async () => {
  api = await startApi();
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  ({ id } = await makeTicket(api, ada, { title: 'Printer on fire' }));
  await move('resolved');
});

const move = (status: TicketStatus) => api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status });
const links = (person = ada) => api.app.get(RatingLinks).linksFor(person.id, id);
const tokenIn = (url: string) => /\/rate\/([^?]+)\?score=\d$/.exec(url)![1]!;
const token = async () => tokenIn((await links())[0]!.url);
const lookUp = (token: string) => api.post('/api/ratings/look_up/', { token });
const rate = (token: string, body: object = { score: 4 }) =>
  api.post('/api/ratings/by_link/', { token, ...body });
const rated = async () => (await api.as(ada).get(`/api/tickets/${id}/`)).body.rating;

describe('the links of a mail', () => {
  it('are one for each score, best first, to the page that asks', async () => {
    const urls = await links();
    expect(urls.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1]);
    expect(urls[1]!.url).toMatch(/^http:\/\/localhost:3000\/rate\/[\w.-]+\?score=4$/);
  });
  it('are the same when the mail is made again', async () => expect(await links()).toEqual(await links()));
  it('are for the requester only', async () => expect(await links(bob)).toEqual([]));
  it('are none when the ticket was reopened or rated meanwhile', async () => {
    await api.as(ada).post(`/api/tickets/${id}/rating/`, { score: 4 });
    expect(await links()).toEqual([]);
    await move('open');
    expect(await links()).toEqual([]);
  });
});

describe('POST /api/ratings/look_up/', () => {
  it('says what it is about, number and title, and nothing else', async () => {
    const { status, body } = await lookUp(await token());
    expect([status, body]).toEqual([200, { ticket: { id, title: 'Printer on fire' }, can_rate: true }]);
  });
  it('rates nothing, however often a program opens it', async () => {
    const [good, before] = [await token(), await fingerprint(api)];
    for (let i = 0; i < 3; i++) await lookUp(good);
    expect(await fingerprint(api)).toBe(before);
  });
  it('says that it is too late once it was rated, or reopened since the mail', async () => {
    const good = await token();
    await rate(good);
    expect((await lookUp(good)).body.can_rate).toBe(false);
    await move('open');
    await move('resolved');
    expect((await lookUp(good)).body.can_rate).toBe(false);
    expect((await lookUp(await token())).body.can_rate).toBe(true);
  });
  it('400 for what is no text', async () => expectProblem(await api.post('/api/ratings/look_up/', {}), 400));
});

describe('POST /api/ratings/by_link/', () => {
  it('rates as the requester would, without a session', async () => {
    const { status, body } = await rate(await token(), { score: 2, comment: 'Slow.' });
    expect([status, body]).toEqual([201, await rated()]);
    const { rows } = await api.db.client.query(
      `select actor_id, data from events where ticket_id = $1 and type = 'ticket.rated'`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: ada.id, data: { score: 2 } }]);
  });
  it('needs no Idempotency-Key, and minds none: the token makes one rating', async () => {
    const [good, key] = [await token(), { 'idempotency-key': 'a-key' }];
    const send = () => api.post('/api/ratings/by_link/', { token: good, score: 4 }, key);
    expect([(await send()).status, (await send()).status]).toEqual([201, 409]);
  });
  it('is possible once: 409 after that, also of many at the same moment', async () => {
    const good = await token();
    const answers = await Promise.all([1, 2, 3, 4].map((score) => rate(good, { score })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expectProblem(await rate(good), 409);
  });
  it('409 for a link of an earlier resolution: what it was asked for is over', async () => {
    const old = await token();
    await makeComment(api, ada, id);
    expectProblem(await rate(old), 409);
    await move('resolved');
    const answer = await rate(old);
    expectProblem(answer, 409);
    expect(answer.body.type).toBe('/problems/rating-link-outdated');
    expect(await rated()).toBeNull();
  });
  it('400 for a score that is none, and the link stays good', async () => {
    const good = await token();
    expectProblem(await rate(good, { score: 6 }), 400);
    expect((await rate(good)).status).toBe(201);
  });
  it('is no sign-in', async () => {
    const good = await token();
    const { status } = await api.as({ token: good }).get('/api/auth/me/');
    expect(status).toBe(401);
  });
});

describe('a link that is no good is refused alike: 400, and nothing is kept', () => {
  const tokens = () => new RatingTokens(api.app.get(Secrets));
  const SOON = new Date(Date.now() + 60_000);
  const right = (facts = {}) => ({ ticketId: id, userId: ada.id, resolution: 1, until: SOON, ...facts });
  const bodies = async () => {
    const [body, signature] = (await token()).split('.');
    return { body: body!, signature: signature! };
  };

  it.each<[string, () => Promise<string> | string]>([
    ['made up', () => 'made-up'],
    ['another signature', async () => `${(await bodies()).body}.${'A'.repeat(43)}`],
    ['no signature', async () => (await bodies()).body],
    ['an empty signature', async () => `${(await bodies()).body}.`],
    ['something behind it', async () => `${await token()}.x`],
    [
      'another ticket with the signature of this one',
      async () => (await token()).replace(/^\d+/, String(id + 1)),
    ],
    ['more time with the signature of less', async () => (await token()).replace(/(\d)\./, '$19.')],
    ['too old', () => tokens().tokenFor(right({ until: new Date(Date.now() - 1_000) }))],
    ['somebody who did not ask for the ticket', () => tokens().tokenFor(right({ userId: bob.id }))],
    ['a ticket that never was', () => tokens().tokenFor(right({ ticketId: 2_000_000_000 }))],
    ['signed with another key', () => new RatingTokens(new Secrets('x'.repeat(40))).tokenFor(right())],
    ['numbers beyond all ids', () => tokens().tokenFor(right({ userId: 9_999_999_999 }))],
  ])('%s', async (_, make) => {
    const bad = await make();
    for (const answer of [await lookUp(bad), await rate(bad)]) {
      expectProblem(answer, 400);
      expect(answer.body.errors).toEqual([{ pointer: '/token', detail: expect.any(String) }]);
    }
    expect(await rated()).toBeNull();
  });
  it('of a deleted ticket, and of a closed account', async () => {
    const good = await token();
    await api.as(bob).delete(`/api/tickets/${id}/`);
    expectProblem(await lookUp(good), 400);
    expectProblem(await rate(good), 400);
    await api.as(bob).post(`/api/tickets/${id}/restore/`);
    await api.db.client.query('update users set is_active = false where id = $1', [ada.id]);
    expectProblem(await lookUp(good), 400);
    expectProblem(await rate(good), 400);
    await api.db.client.query('update users set is_active = true where id = $1', [ada.id]);
    expect((await rate(good)).status).toBe(201);
  });
});

describe('while SECRET_KEY is replaced', () => {
  it('links that were mailed before stay good', () => {
    const [old, now] = ['a'.repeat(40), 'b'.repeat(40)];
    const until = new Date(Date.now() + 60_000);
    const right = {
      ticketId: 182,
      userId: 7,
      resolution: 1,
      until: new Date(Math.floor(+until / 1000) * 1000),
    };
    const mailed = new RatingTokens(new Secrets(old)).tokenFor(right);
    expect(new RatingTokens(new Secrets(now, old)).read(mailed, new Date())).toEqual(right);
    expect(new RatingTokens(new Secrets(now)).read(mailed, new Date())).toBeUndefined();
  });
});
