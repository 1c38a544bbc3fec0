import { drain } from '../../../test/drain.js';
import { makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { until } from '../../../test/until.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { MOST_TRIES } from './delivery-rules.js';
import { DeliveryRunner } from './delivery-runner.js';
import { EventHandlers, type StoredEvent, Undeliverable } from './event-handlers.js';
import { EventRelay } from './event-relay.js';

let api: TestApi;
let ada: Person;
const seen: StoredEvent[] = [];
const gathered: StoredEvent[][] = [];
const single: StoredEvent[] = [];
let fault: Error | undefined;
let waitFor: Promise<void> | undefined;

beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
  api.app.get(EventHandlers).register({
    name: 'watch',
    types: ['ticket.created'],
    queue: 'maintenance',
    handle: async ({ events: [event] }) => {
      await waitFor;
      if (fault) throw fault;
      seen.push(event);
    },
  });
  api.app.get(EventHandlers).register({
    name: 'gather',
    types: ['ticket.edited'],
    queue: 'maintenance',
    gatherMs: 0,
    recipients: async () => ['reader'],
    handle: async ({ events }) => {
      if (fault) throw fault;
      gathered.push(events);
    },
  });
  api.app.get(EventHandlers).register({
    name: 'single',
    types: ['comment.added'],
    queue: 'webhooks',
    atOnce: 1,
    recipients: async () => ['one'],
    handle: async ({ events: [event] }) => {
      await waitFor;
      single.push(event);
    },
  });
});
beforeEach(async () => {
  fault = undefined;
  await drain(api);
  seen.length = 0;
});
afterAll(() => api.stop());

const rowsOf = async (text: string, values: unknown[] = []) => (await api.db.client.query(text, values)).rows;
const OPEN = 'done_at is null and dead_at is null';
const makeDue = () => api.db.client.query(`update deliveries set next_try_at = now() where done_at is null`);

describe('the relay', () => {
  it('gives each event the next position and hands it to its handler once', async () => {
    const { id } = await makeTicket(api, ada);
    await drain(api);
    expect(seen).toEqual([
      expect.objectContaining({ type: 'ticket.created', ticketId: id, actorId: ada.id }),
    ]);
    expect(await rowsOf('select 1 from events where position is null or dispatched_at is null')).toEqual([]);
  });

  it('run ten times at once gives no position twice, none is left out and none is handed on twice', async () => {
    await Promise.all(Array.from({ length: 10 }, () => makeTicket(api, ada)));
    await Promise.all(Array.from({ length: 10 }, () => api.app.get(EventRelay).dispatch()));
    await Promise.all(Array.from({ length: 10 }, () => drain(api)));
    const [facts] = await rowsOf(`select count(*)::int as n, max(position)::int as last from events`);
    expect(facts.last).toBe(facts.n);
    expect(seen).toHaveLength(10);
  });

  it('keeps what was written while it was away', async () => {
    await makeTicket(api, ada);
    await makeTicket(api, ada);
    expect(seen).toEqual([]);
    await drain(api);
    expect(seen).toHaveLength(2);
  });
});

describe('a delivery', () => {
  it('that fails is tried again, later', async () => {
    fault = new Error('mail server says 450');
    await makeTicket(api, ada);
    await drain(api);
    const [delivery] = await rowsOf(
      `select tries, last_error, next_try_at > now() as later from deliveries where done_at is null`,
    );
    expect(delivery).toEqual({ tries: 1, last_error: 'mail server says 450', later: true });
    fault = undefined;
    await makeDue();
    await drain(api);
    expect(seen).toHaveLength(1);
  });

  it('that never succeeds is dead in the end, and keeps the reason', async () => {
    fault = new Error('no such mailbox');
    await makeTicket(api, ada);
    for (let i = 0; i < MOST_TRIES.hour; i++) {
      await drain(api);
      await makeDue();
    }
    const [delivery] = await rowsOf(`select tries, last_error from deliveries where dead_at is not null`);
    expect(delivery).toEqual({ tries: MOST_TRIES.hour, last_error: 'no such mailbox' });
    fault = undefined;
    await drain(api);
    expect(seen).toEqual([]);
  });

  it('that cannot succeed is dead at once', async () => {
    fault = new Undeliverable('no such mailbox');
    await makeTicket(api, ada);
    await drain(api);
    const rows = await rowsOf(`select tries from deliveries where dead_at is not null and tries = 1`);
    expect(rows).toHaveLength(1);
  });

  it('of a process that died is taken up by the next one when its lease is over', async () => {
    await makeTicket(api, ada);
    await api.app.get(EventRelay).dispatch();
    const lease = (moment: string) =>
      api.db.client.query(`update deliveries set tries = 1, leased_until = ${moment} where ${OPEN}`);
    await lease(`now() + interval '1 minute'`);
    await drain(api);
    expect(seen).toEqual([]);
    await lease(`now() - interval '1 second'`);
    await drain(api);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['fails', new Error('took too long')],
    ['gives up', new Undeliverable('no such mailbox')],
  ])('that was taken over stays done, whoever had it before and %s in the end', async (_, late) => {
    const gate = Promise.withResolvers<void>();
    waitFor = gate.promise;
    await makeTicket(api, ada);
    const first = drain(api);
    await until(
      async () => (await rowsOf(`select 1 from deliveries where leased_until > now()`)).length === 1,
    );
    waitFor = undefined;
    await api.db.client.query(
      `update deliveries set leased_until = now() - interval '1 second' where ${OPEN}`,
    );
    const [{ id }] = await rowsOf(`select id from deliveries where ${OPEN} and handler = 'watch'`);
    await api.app.get(DeliveryRunner).run(id);
    fault = late;
    gate.resolve();
    await first;
    const [delivery] = await rowsOf(
      `select done_at is not null as done, dead_at, last_error from deliveries where id = ${id}`,
    );
    expect(delivery).toEqual({ done: true, dead_at: null, last_error: null });
  });

  it('that failed goes out again with what it was gathered with, and with nothing new', async () => {
    const { id } = await makeTicket(api, ada);
    const edit = (title: string) => api.as(ada).patch(`/api/tickets/${id}/`, { title });
    await drain(api);
    fault = new Error('450 later');
    await edit('First change');
    await edit('Second change');
    await drain(api);
    await edit('Third change');
    await drain(api);
    fault = undefined;
    await api.db.client.query(
      `update deliveries set next_try_at = next_try_at - interval '1 hour', rung_at = null where ${OPEN}`,
    );
    await edit('Fourth change');
    await drain(api);
    expect(gathered.map((events) => events.length).sort()).toEqual([1, 1, 2]);
  });

  it('to a recipient that is busy is not rung for again and again, but as soon as it is its turn', async () => {
    const { id } = await makeTicket(api, ada);
    await drain(api);
    const gate = Promise.withResolvers<void>();
    waitFor = gate.promise;
    for (const content of ['one', 'two', 'three']) {
      await api.as(ada).post(`/api/tickets/${id}/comments/`, { content });
    }
    const all = drain(api);
    const deferred = `select 1 from deliveries where ${OPEN} and handler = 'single' and rung_at > now()`;
    await until(async () => (await rowsOf(deferred)).length === 2);
    gate.resolve();
    waitFor = undefined;
    await all;
    await drain(api);
    expect(single).toHaveLength(3);
  });

  it('for a handler that this process does not know waits for one that does, and after a day for an admin', async () => {
    await makeTicket(api, ada);
    await api.app.get(EventRelay).dispatch();
    const rename = await rowsOf(
      `update deliveries set handler = 'from-the-future' where ${OPEN} and handler = 'watch' returning id`,
    );
    await drain(api);
    const look = async () =>
      (await rowsOf(`select done_at, dead_at, last_error from deliveries where id = ${rename[0].id}`))[0];
    expect(await look()).toEqual({
      done_at: null,
      dead_at: null,
      last_error: expect.stringContaining('from-the-future'),
    });
    await api.db.client.query(
      `set ticketing.ages_events = on; update events set created_at = now() - interval '25 hours'`,
    );
    await makeDue();
    await drain(api);
    expect((await look()).dead_at).not.toBeNull();
  });

  it('that the queue has forgotten is told to it again', async () => {
    await makeTicket(api, ada);
    await api.app.get(EventRelay).dispatch();
    await api.app.get(DeliveriesRepository).ring(); // told to a queue that loses it
    await drain(api);
    expect(seen).toEqual([]);
    await api.db.client.query(
      `update deliveries set next_try_at = now() - interval '20 seconds', rung_at = now() - interval '11 seconds' where ${OPEN}`,
    );
    await drain(api);
    expect(seen).toHaveLength(1);
  });
});
