import { setTimeout as sleep } from 'node:timers/promises';
import { makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { hasRedis, startRedis, type TestRedis } from '../../../test/start-redis.js';
import { until } from '../../../test/until.js';
import { type Delivery, EventHandlers, Undeliverable } from '../events/event-handlers.js';
import { EventPump } from '../events/event-pump.js';
import { JobWorker } from '../events/job-worker.js';
import { Schedules } from '../events/schedules.js';

let redis: TestRedis | undefined;
let api: TestApi;
let ada: Person;
let seen: Delivery[];
let running: number;
let mostRunning: number;
let runs: number;

const kinds = ['inline', ...(hasRedis() ? ['bull'] : [])];
afterAll(() => redis?.stop());

/** Notes what it gets; what it does with it depends on the recipient. */
async function watch(delivery: Delivery): Promise<void> {
  if (delivery.recipient === 'moody' && delivery.tries === 1) throw new Error('not today');
  if (delivery.recipient === 'gone') throw new Undeliverable('no such mailbox');
  running += 1;
  mostRunning = Math.max(mostRunning, running);
  await sleep(20);
  running -= 1;
  seen.push(delivery);
}

async function startWithHandlers(kind: string): Promise<void> {
  if (kind === 'bull') redis ??= await startRedis();
  api = await startApi(kind === 'bull' ? { REDIS_URL: redis!.url } : {});
  ada = await makeUser(api);
  const recipients = async () => ['eager', 'moody', 'gone'];
  const handlers = api.app.get(EventHandlers);
  handlers.register({ name: 'once', types: ['ticket.created'], queue: 'maintenance', handle: watch });
  handlers.register({ name: 'each', types: ['ticket.created'], queue: 'mail', recipients, handle: watch });
  const bundle = { gatherMs: 700, recipients: async () => ['reader'] };
  handlers.register({ name: 'bundle', types: ['ticket.edited'], queue: 'mail', ...bundle, handle: watch });
  const single = { atOnce: 1, recipients: async () => ['single'] };
  handlers.register({
    name: 'single',
    types: ['ticket.edited'],
    queue: 'webhooks',
    ...single,
    handle: watch,
  });
  api.app.get(Schedules).register({ name: 'tick', everyMs: 3_600_000, run: async () => void (runs += 1) });
  runs = 0;
}
async function startWork(): Promise<void> {
  await api.app.get(JobWorker).start();
  api.app.get(EventPump).start();
}
const rowsOf = async (text: string) => (await api.db.client.query(text)).rows;
const edit = async (id: number, title: string) => {
  expect((await api.as(ada).patch(`/api/tickets/${id}/`, { title })).status).toBe(200);
};
const of = (recipient: string) => seen.filter((delivery) => delivery.recipient === recipient);
const nothingIsOpen = async () =>
  (await rowsOf('select 1 from events where dispatched_at is null')).length === 0 &&
  (await rowsOf('select 1 from deliveries where done_at is null and dead_at is null')).length === 0;

beforeEach(() => {
  seen = [];
  running = 0;
  mostRunning = 0;
});

describe.each(kinds)('jobs on the %s queue', (kind) => {
  beforeAll(async () => {
    await startWithHandlers(kind);
    await startWork();
  });
  afterAll(() => api?.stop());

  it('are done once each', async () => {
    const { id } = await makeTicket(api, ada);
    await until(nothingIsOpen);
    expect(of('')).toEqual([
      expect.objectContaining({
        tries: 1,
        events: [expect.objectContaining({ type: 'ticket.created', ticketId: id })],
      }),
    ]);
  });
  it('are done for each recipient by themselves: one waits, one is dead, the others have theirs', async () => {
    await makeTicket(api, ada);
    await until(nothingIsOpen);
    expect(of('eager')).toEqual([expect.objectContaining({ tries: 1 })]);
    expect(of('moody')).toEqual([expect.objectContaining({ tries: 2 })]);
    expect(of('gone')).toEqual([]);
    const dead = await rowsOf(`select last_error from deliveries where dead_at is not null`);
    expect(new Set(dead.map(({ last_error }) => last_error))).toEqual(new Set(['no such mailbox']));
  });
  it('that gather take several events about one ticket, oldest first, and those about another apart', async () => {
    const [one, other] = [await makeTicket(api, ada), await makeTicket(api, ada)];
    await until(nothingIsOpen);
    for (const title of ['First change', 'Second change', 'Third change']) await edit(one.id, title);
    await edit(other.id, 'Another');
    await until(nothingIsOpen);
    const ids = of('reader').map(({ events }) => events.map(({ ticketId }) => ticketId));
    expect(ids).toHaveLength(2);
    expect(ids).toEqual(expect.arrayContaining([[one.id, one.id, one.id], [other.id]]));
    const [bundle] = of('reader').filter(({ events }) => events.length === 3);
    const order = bundle!.events.map(({ id }) => id);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
  it('of one recipient that takes one at once never run together', async () => {
    const { id } = await makeTicket(api, ada);
    await until(nothingIsOpen);
    mostRunning = 0;
    await api.db.client.query(`update deliveries set done_at = now() where handler = 'bundle'`);
    for (let i = 0; i < 6; i++) await edit(id, `Change number ${i}`);
    await until(async () => of('single').length === 6);
    await until(nothingIsOpen);
    expect(mostRunning).toBeLessThanOrEqual(2); // one of `single`, one of `bundle`
  });
  it('by the clock run once when they are due', async () => {
    await until(async () => runs > 0);
    await api.db.client.query(`update schedules set next_run_at = now() - interval '1 second'`);
    await until(async () => runs > 1);
    await makeTicket(api, ada);
    await until(nothingIsOpen);
    expect(runs).toBe(2);
  });
});

(hasRedis() ? describe : describe.skip)('when Redis', () => {
  beforeAll(() => startWithHandlers('bull'));
  afterAll(() => api?.stop());

  it('is flushed with jobs in it, they are done all the same', async () => {
    api.app.get(EventPump).start(); // nobody works yet: the jobs wait in Redis
    await Promise.all(Array.from({ length: 5 }, () => makeTicket(api, ada)));
    await until(async () => (await rowsOf('select 1 from deliveries where rung_at is null')).length === 0);
    const ours = `select 1 from deliveries where handler in ('once', 'each')`;
    await until(async () => (await rowsOf(ours)).length === 10);
    await redis!.flush();
    await api.app.get(JobWorker).start();
    await until(async () => of('').length === 5 && of('eager').length === 5 && of('moody').length === 5);
  });
  it('is away, people go on writing, and the jobs are done within seconds of its return', async () => {
    await until(nothingIsOpen);
    seen = [];
    await redis!.stop();
    await Promise.all(Array.from({ length: 3 }, () => makeTicket(api, ada)));
    const told = async () =>
      rowsOf(`select 1 from deliveries where done_at is null and dead_at is null and rung_at is not null`);
    await until(async () => (await rowsOf('select 1 from events where dispatched_at is null')).length === 0);
    await until(async () => (await told()).length > 0); // tried, and found out that it is away
    await until(async () => (await told()).length === 0);
    expect(seen).toEqual([]);
    await redis!.restart();
    await until(async () => of('').length === 3 && of('eager').length === 3 && of('moody').length === 3);
  });
});
