import type { JobView } from '@ticketing/contracts';
import { drain } from '../../test/drain.js';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';
import { EventHandlers, Undeliverable } from '../platform/events/event-handlers.js';
import { EventRelay } from '../platform/events/event-relay.js';

let api: TestApi;
let ada: Person;
let admin: Person;
let isBroken: boolean;
const handled: number[] = [];

beforeAll(async () => {
  api = await startApi();
  [ada, admin] = await Promise.all([makeUser(api), makeAdmin(api)]);
  api.app.get(EventHandlers).register({
    name: 'moody',
    types: ['ticket.created'],
    queue: 'webhooks',
    handle: async ({ events: [{ ticketId }] }) => {
      if (isBroken) throw new Undeliverable('550 no such mailbox');
      handled.push(ticketId!);
    },
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  isBroken = true;
  handled.length = 0;
});
afterEach(async () => {
  isBroken = false;
  await api.as(admin).post('/api/admin/jobs/retry_dead/', {});
  await drain(api);
});

/** Jobs of new tickets that failed, as often as asked. */
async function makeDead(count = 1): Promise<number[]> {
  const tickets = await Promise.all(Array.from({ length: count }, () => makeTicket(api, ada)));
  await drain(api);
  return tickets.map(({ id }) => id);
}
const list = async (query = ''): Promise<JobView[]> =>
  (await api.as(admin).get(`/api/admin/jobs/?handler=moody${query}`)).body.results;

describe('GET /api/admin/jobs/', () => {
  it('shows what failed for good, and why', async () => {
    const [ticketId] = await makeDead();
    expect(await list()).toEqual([
      {
        id: expect.any(Number),
        state: 'dead',
        handler: 'moody',
        recipient: '',
        event: { id: expect.any(Number), type: 'ticket.created', ticket_id: ticketId },
        tries: 1,
        next_try_at: null,
        last_error: '550 no such mailbox',
        dead_at: expect.stringMatching(/Z$/),
      },
    ]);
  });
  it('shows what waits, when asked', async () => {
    const { id: ticketId } = await makeTicket(api, ada);
    isBroken = false;
    expect(await list('&state=waiting')).toEqual([]); // the relay has not seen it yet
    await api.app.get(EventRelay).dispatch();
    const waiting = await list('&state=waiting');
    expect(waiting).toEqual([
      expect.objectContaining({
        state: 'waiting',
        event: expect.objectContaining({ ticket_id: ticketId }),
        dead_at: null,
        next_try_at: expect.stringMatching(/Z$/),
      }),
    ]);
  });
  it('in pages shows each once, newest first', async () => {
    await makeDead(5);
    const ids = idsOf(await walk<JobView>(api.as(admin), '/api/admin/jobs/?handler=moody&limit=2'));
    expect(ids).toHaveLength(5);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });
  it.each(['state=done', 'limit=0', 'cursor=x'])('400 for ?%s', async (query) =>
    expectProblem(await api.as(admin).get(`/api/admin/jobs/?${query}`), 400),
  );
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.get('/api/admin/jobs/'), 401);
    expectProblem(await api.as(ada).get('/api/admin/jobs/'), 403);
  });
});

describe('POST /api/admin/jobs/{id}/retry/', () => {
  const retry = (id: number, person = admin) => api.as(person).post(`/api/admin/jobs/${id}/retry/`);

  it('tries it again, as if it were new, and keeps who asked for it', async () => {
    const [ticketId] = await makeDead();
    const [job] = await list();
    isBroken = false;
    const { status, body } = await retry(job!.id);
    expect([status, body.state, body.tries]).toEqual([200, 'waiting', 0]);
    await drain(api);
    expect(handled).toEqual([ticketId]);
    const { rows } = await api.db.client.query(
      `select actor_id from events where type = 'job.retried' and data ->> 'job_id' = $1`,
      [String(job!.id)],
    );
    expect(rows).toEqual([{ actor_id: admin.id }]);
  });
  it('409 for one that is done, or asked for twice', async () => {
    await makeDead();
    const [job] = await list();
    isBroken = false;
    const answers = await Promise.all([retry(job!.id), retry(job!.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await drain(api);
    expectProblem(await retry(job!.id), 409);
  });
  it('404 for one that never was, 403 for users', async () => {
    expectProblem(await retry(2_000_000_000), 404);
    await makeDead();
    const [job] = await list();
    expectProblem(await retry(job!.id, ada), 403);
  });
});

describe('POST /api/admin/jobs/retry_dead/', () => {
  const retryDead = (body: object) => api.as(admin).post('/api/admin/jobs/retry_dead/', body);

  it('tries all of them again, or those of one handler', async () => {
    const ids = await makeDead(3);
    isBroken = false;
    expect((await retryDead({ handler: 'something-else' })).body).toEqual({ retried: 0 });
    expect((await retryDead({ handler: 'moody' })).body).toEqual({ retried: 3 });
    await drain(api);
    expect(handled.toSorted()).toEqual(ids.toSorted());
    expect((await retryDead({})).body).toEqual({ retried: 0 });
  });
  it('400 for a handler that is no text, 403 for users', async () => {
    expectProblem(await retryDead({ handler: 1 }), 400);
    expectProblem(await api.as(ada).post('/api/admin/jobs/retry_dead/', {}), 403);
  });
});

describe('GET /api/admin/jobs/export/', () => {
  it('has a line for each job that the filters leave', async () => {
    const tickets = await makeDead(3);
    const { status, body } = await api.as(admin).get('/api/admin/jobs/export/?state=dead&handler=moody');
    const [head, ...lines] = String(body).trim().split('\r\n');
    expect([status, head]).toEqual([200, 'Id,State,Work,For,Event,Ticket,Tries,Next try,Failed,Last error']);
    expect(lines).toHaveLength(3);
    for (const ticket of tickets)
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(`^\\d+,dead,moody,,ticket\\.created,${ticket},1,,.*,550 no such mailbox$`),
        ),
      );
  });
  it.each(['state=done', 'state='])('400 for ?%s', async (query) =>
    expect((await api.as(admin).get(`/api/admin/jobs/export/?${query}`)).status).toBe(400),
  );
  it('401 anonymous, 403 for customers', async () => {
    const path = '/api/admin/jobs/export/';
    expect([(await api.get(path)).status, (await api.as(ada).get(path)).status]).toEqual([401, 403]);
  });
});
