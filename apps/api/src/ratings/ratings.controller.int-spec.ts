import type { TicketStatus } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let bob: Person;
let id: number;
beforeAll(async () => {
  api = await startApi();
  [ada, eve, bob] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  ({ id } = await makeTicket(api, ada));
});

const move = (status: TicketStatus) => api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status });
const rate = (body: object = { score: 4 }, person = ada) =>
  api.as(person).post(`/api/tickets/${id}/rating/`, body);
const view = async (person = ada) => (await api.as(person).get(`/api/tickets/${id}/`)).body;
const events = async () =>
  (await api.as(ada).get(`/api/tickets/${id}/timeline/`)).body.results.map(
    (entry: { type: string; score: number | null }) => [entry.type, entry.score],
  );

describe('POST /api/tickets/{id}/rating/', () => {
  beforeEach(() => move('resolved'));

  it('keeps what the requester says of the resolution', async () => {
    const { status, body } = await rate({ score: 4, comment: ' Quick and friendly. ' });
    expect(status).toBe(201);
    expect(body).toEqual({
      score: 4,
      comment: 'Quick and friendly.',
      created_at: expect.stringMatching(/Z$/),
    });
    expect(await view()).toMatchObject({ rating: body, can: { rate: false } });
    expect((await view(bob)).rating).toEqual(body);
  });
  it('needs no text', async () => expect((await rate({ score: 1, comment: '' })).body.comment).toBeNull());
  it('stands in the history, with the score and without the text', async () => {
    await rate({ score: 2, comment: 'Slow.' });
    expect(await events()).toContainEqual(['ticket.rated', 2]);
    const { rows } = await api.db.client.query(
      `select actor_id, is_internal, data from events where ticket_id = $1 and type = 'ticket.rated'`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: ada.id, is_internal: false, data: { score: 2 } }]);
  });
  it('dates the ticket, but is no new version of it', async () => {
    const before = await view();
    await rate();
    const after = await view();
    expect(after.version).toBe(before.version);
    expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(before.updated_at));
    expect(after.updated_at).toBe(after.rating.created_at);
  });
  it('is possible once the ticket is closed, too', async () => {
    await move('closed');
    expect((await view()).can.rate).toBe(true);
    expect((await rate()).status).toBe(201);
  });
  it('409 for the second one, and of many at the same moment one is kept', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((score) => rate({ score })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const { body } = answers.find(({ status }) => status === 201)!;
    expect((await view()).rating).toEqual(body);
    const refused = await rate();
    expectProblem(refused, 409);
    expect(refused.body.type).toBe('/problems/already-rated');
  });
  it('is possible again after another resolution, of which alone the ticket speaks', async () => {
    await rate({ score: 1 });
    await makeComment(api, ada, id); // reopens it
    expectProblem(await rate(), 409);
    expect((await view()).rating).toMatchObject({ score: 1 });
    await move('resolved');
    expect(await view()).toMatchObject({ rating: null, can: { rate: true } });
    expect((await rate({ score: 5 })).status).toBe(201);
    expect((await view()).rating).toMatchObject({ score: 5 });
    const { rows } = await api.db.client.query(
      'select resolution, score from ticket_ratings where ticket_id = $1 order by resolution',
      [id],
    );
    expect(rows).toEqual([
      { resolution: 1, score: 1 },
      { resolution: 2, score: 5 },
    ]);
  });
  it('makes one rating for one Idempotency-Key', async () => {
    const send = () =>
      api.as(ada).post(`/api/tickets/${id}/rating/`, { score: 3 }, { 'idempotency-key': `rating-${id}` });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });
  it.each([{}, { score: 0 }, { score: 6 }, { score: 4.5 }, { score: '4' }, { score: null }])(
    '400 for %j',
    async (body) => {
      const answer = await rate(body);
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/score');
    },
  );
  it('400 for more than a line: 1,001 characters', async () => {
    expectProblem(await rate({ score: 4, comment: 'x'.repeat(1_001) }), 400);
    expect((await rate({ score: 4, comment: '🙂'.repeat(1_000) })).status).toBe(201);
  });
  it('401 for nobody, 403 for admins, 404 for strangers', async () => {
    expectProblem(await api.post(`/api/tickets/${id}/rating/`, { score: 4 }), 401);
    expectProblem(await rate({ score: 5 }, bob), 403);
    expectProblem(await rate({ score: 5 }, eve), 404);
    await rate();
    expectProblem(await rate({ score: 5 }, bob), 403);
  });
});

describe('while there is nothing to rate', () => {
  it.each<TicketStatus>(['open', 'in_progress', 'pending_user'])(
    '409 on a ticket that is %s',
    async (status) => {
      if (status !== 'open') await move(status);
      expect((await view()).can.rate).toBe(false);
      expectProblem(await rate(), 409);
    },
  );
  it('409 on a ticket that was closed without being resolved', async () => {
    await api.as(ada).post(`/api/tickets/${id}/close/`);
    expect((await view()).can.rate).toBe(false);
    expectProblem(await rate(), 409);
  });
});

describe('GET /api/tickets/{id}/rating/', () => {
  const read = (person: Person) => api.as(person).get(`/api/tickets/${id}/rating/`);

  it('says null, then what was said, to whoever sees the ticket', async () => {
    await move('resolved');
    expect((await read(bob)).body).toEqual({ rating: null });
    const { body: rating } = await rate();
    expect((await read(ada)).body).toEqual({ rating });
    expect((await read(bob)).body).toEqual({ rating });
  });
  it('401 for nobody, 404 for strangers', async () => {
    expectProblem(await api.get(`/api/tickets/${id}/rating/`), 401);
    expectProblem(await read(eve), 404);
  });
});
