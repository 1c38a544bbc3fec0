import { makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { MOST_TRIES } from './delivery-rules.js';
import { DeliveryRunner } from './delivery-runner.js';
import { EventHandlers, type StoredEvent } from './event-handlers.js';
import { EventPump } from './event-pump.js';
import { EventRelay } from './event-relay.js';

let api: TestApi;
let ada: Person;
const seen: StoredEvent[] = [];
let fault: Error | undefined;

beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
  api.app.get(EventHandlers).register({
    name: 'watch',
    types: ['ticket.created'],
    handle: async (event) => {
      if (fault) throw fault;
      seen.push(event);
    },
  });
});
beforeEach(async () => {
  fault = undefined;
  await api.app.get(EventPump).drain();
  seen.length = 0;
});
afterAll(() => api.stop());

const rowsOf = async (text: string, values: unknown[] = []) => (await api.db.client.query(text, values)).rows;
const makeDue = () => api.db.client.query(`update deliveries set next_try_at = now() where done_at is null`);

describe('the relay', () => {
  it('gives each event the next position and hands it to its handler once', async () => {
    const { id } = await makeTicket(api, ada);
    await api.app.get(EventPump).drain();
    expect(seen).toEqual([
      expect.objectContaining({ type: 'ticket.created', ticketId: id, actorId: ada.id }),
    ]);
    expect(await rowsOf('select 1 from events where position is null or dispatched_at is null')).toEqual([]);
  });

  it('run ten times at once gives no position twice, none is left out and none is handed on twice', async () => {
    await Promise.all(Array.from({ length: 10 }, () => makeTicket(api, ada)));
    await Promise.all(Array.from({ length: 10 }, () => api.app.get(EventRelay).dispatch()));
    await Promise.all(Array.from({ length: 10 }, () => api.app.get(EventPump).drain()));
    const [facts] = await rowsOf(`select count(*)::int as n, max(position)::int as last from events`);
    expect(facts.last).toBe(facts.n);
    expect(seen).toHaveLength(10);
  });

  it('keeps what was written while it was away', async () => {
    await makeTicket(api, ada);
    await makeTicket(api, ada);
    expect(seen).toEqual([]);
    await api.app.get(EventPump).drain();
    expect(seen).toHaveLength(2);
  });
});

describe('a delivery', () => {
  it('that fails is tried again, later', async () => {
    fault = new Error('mail server says 450');
    await makeTicket(api, ada);
    await api.app.get(EventPump).drain();
    const [delivery] = await rowsOf(
      `select tries, last_error, next_try_at > now() as later from deliveries where done_at is null`,
    );
    expect(delivery).toEqual({ tries: 1, last_error: 'mail server says 450', later: true });
    fault = undefined;
    await makeDue();
    await api.app.get(EventPump).drain();
    expect(seen).toHaveLength(1);
  });

  it('that never succeeds is dead in the end, and keeps the reason', async () => {
    fault = new Error('no such mailbox');
    await makeTicket(api, ada);
    for (let i = 0; i < MOST_TRIES; i++) {
      await api.app.get(EventPump).drain();
      await makeDue();
    }
    const [delivery] = await rowsOf(`select tries, last_error from deliveries where dead_at is not null`);
    expect(delivery).toEqual({ tries: MOST_TRIES, last_error: 'no such mailbox' });
    fault = undefined;
    expect(await api.app.get(DeliveryRunner).runOne()).toBe(false);
  });

  it('of a process that died is taken up by the next one when its lease is over', async () => {
    await makeTicket(api, ada);
    await api.app.get(EventRelay).dispatch();
    await api.db.client.query(
      `update deliveries set tries = 1, next_try_at = now() + interval '2 minutes' where done_at is null and dead_at is null`,
    );
    expect(await api.app.get(DeliveryRunner).runOne()).toBe(false);
    await api.db.client.query(
      `update deliveries set next_try_at = now() where done_at is null and dead_at is null`,
    );
    await api.app.get(EventPump).drain();
    expect(seen).toHaveLength(1);
  });
});
