import { makeAdmin, makeTag, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { until } from '../../../test/until.js';

let api: TestApi;
let ada: Person;
beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
});
afterAll(() => api.stop());

const TICKET = { title: 'Printer on fire', description: 'Smoke.', category: 'bug', priority: 'high' };
const open = (key: string, body: object = TICKET, person = ada, path = '/api/tickets/') =>
  api.as(person).post(path, body, { 'idempotency-key': key });
const ticketsOf = async (person: Person): Promise<number> =>
  (await api.as(person).get('/api/tickets/my_tickets/')).body.total;

describe('the same Idempotency-Key', () => {
  it('with the same body makes one ticket and gives the first answer again', async () => {
    const first = await open('one');
    const again = await open('one');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await ticketsOf(ada)).toBe(1);
  });

  it('with another body is refused with 422', async () => {
    await open('two');
    const answer = await open('two', { ...TICKET, title: 'Something else' });
    expect([answer.status, answer.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('ten times at once makes one ticket', async () => {
    const eve = await makeUser(api);
    const answers = await Promise.all(Array.from({ length: 10 }, () => open('three', TICKET, eve)));
    expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(
      true,
    );
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
    expect(await ticketsOf(eve)).toBe(1);
  });

  it("of another person is another person's", async () => {
    const bob = await makeUser(api);
    const [hers, his] = [await open('four'), await open('four', TICKET, bob)];
    expect(his.body.id).not.toBe(hers.body.id);
  });

  it('of somebody who was an admin then shows them nothing of what admins see', async () => {
    const [bob, cleo] = [await makeAdmin(api), await makeAdmin(api)];
    const body = { ...TICKET, tags: [(await makeTag(api, bob, 'Printer')).id] };
    expect((await open('ten', body, bob)).body.tags).toHaveLength(1);
    await api.as(cleo).patch(`/api/users/${bob.id}/`, { role: 'user' });
    const again = await open('ten', body, bob);
    expect([again.status, again.body.tags, await ticketsOf(bob)]).toEqual([422, undefined, 1]);
  });

  it('may be tried again after a refusal, which made nothing', async () => {
    expect((await open('five', { ...TICKET, title: 'x' })).status).toBe(400);
    expect((await open('five')).status).toBe(201);
  });

  it('makes one comment, by either route', async () => {
    const ticket = await makeTicket(api, ada);
    for (const route of ['add_comment', 'comments']) {
      const path = `/api/tickets/${ticket.id}/${route}/`;
      const [first, again] = [
        await open(`six-${route}`, { content: 'Hello' }, ada, path),
        await open(`six-${route}`, { content: 'Hello' }, ada, path),
      ];
      expect(again.body).toEqual(first.body);
    }
    expect((await api.as(ada).get(`/api/tickets/${ticket.id}/comments/`)).body.results).toHaveLength(2);
  });

  it.each(['', 'a b', 'ü', 'x'.repeat(201)])('is refused when it is malformed: "%s"', async (key) => {
    expect((await open(key)).status).toBe(400);
  });

  it('is in flight while the first request works, and free again when that one died', async () => {
    const key = { actorId: ada.id, key: 'seven' };
    const claim = `insert into idempotency_keys (actor_id, key, request_hash, claimed_at)
      select $1, $2, request_hash, now() - $3::interval from idempotency_keys where key = 'one'`;
    await api.db.client.query(claim, [key.actorId, key.key, '59 seconds']);
    const during = await open('seven');
    expect([during.status, during.body.type]).toEqual([409, '/problems/request-in-flight']);
    await api.db.client.query(
      `update idempotency_keys set claimed_at = now() - interval '61 seconds' where key = 'seven'`,
    );
    expect((await open('seven')).status).toBe(201);
  });

  it('is never carried out twice, although the answer was lost', async () => {
    const eve = await makeUser(api);
    await open('eight', TICKET, eve);
    await api.db.client.query(
      `update idempotency_keys set status = null, body = null, claimed_at = now() - interval '1 hour' where key = 'eight'`,
    );
    const answer = await open('eight', TICKET, eve);
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/answer-lost']);
    expect(await ticketsOf(eve)).toBe(1);
  });

  it('is forgotten after 24 hours', async () => {
    await api.db.client.query(`update idempotency_keys set claimed_at = now() - interval '25 hours'`);
    await until(async () => {
      await open(`cleaning-${Math.random()}`);
      const { rows } = await api.db.client.query(
        `select 1 from idempotency_keys where claimed_at < now() - interval '24 hours'`,
      );
      return rows.length === 0;
    });
    expect((await open('one', { ...TICKET, title: 'A new day' })).status).toBe(201);
  });
});
