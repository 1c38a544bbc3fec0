import { setTimeout as sleep } from 'node:timers/promises';
import { listenLive, type LiveReader, readLive } from '../../test/live-reader.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { MOST_STREAMS } from './live-streams.js';

let api: TestApi;
let url: string;
let ada: Person;
let eve: Person;
let bob: Person;
let readers: LiveReader[] = [];

beforeAll(async () => {
  api = await startApi();
  url = await listenLive(api);
});
beforeEach(async () => {
  [ada, eve, bob] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
});
afterEach(() => {
  for (const reader of readers) reader.close();
  readers = [];
});
afterAll(() => api.stop());

async function listen(person: Person, lastId?: string): Promise<LiveReader> {
  const reader = await readLive(url, person, lastId);
  readers.push(reader);
  return reader;
}
const told = (reader: LiveReader) =>
  reader.messages.map(({ event, data }) => [event, data.type, data.ticket_id]);
/** Everything that has happened so far has been told: admins hear of every ticket. */
async function everythingIsTold(): Promise<void> {
  const watcher = await listen(bob);
  const marker = await makeTicket(api, bob);
  await until(async () => watcher.messages.some(({ data }) => data.ticket_id === marker.id));
}
const ring = (userId: number) =>
  api.app.get(Database).transaction((tx) =>
    api.app.get(EventLog).append(tx, {
      type: 'notification.created',
      ticketId: null,
      actorId: null,
      data: { user_id: userId },
    }),
  );

describe('a live stream', () => {
  it("tells of the own ticket's change within a second, as a hint without contents", async () => {
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    const reader = await listen(ada);
    const before = performance.now();
    await makeComment(api, bob, id, { content: 'We are on it.' });
    const [message] = await reader.heard(1);
    expect(message).toMatchObject({ event: 'change', data: { type: 'comment.added', ticket_id: id } });
    expect(Object.keys(message!.data)).toEqual(['type', 'ticket_id']);
    expect(message!.at - before).toBeLessThan(1_000);
  });

  it("tells nobody of a stranger's ticket, and admins of all", async () => {
    const [stranger, admin] = [await listen(eve), await listen(bob)];
    const { id } = await makeTicket(api, ada);
    await api.as(bob).patch(`/api/tickets/${id}/`, { priority: 'urgent' });
    await admin.heard(2);
    const own = await makeTicket(api, eve);
    await stranger.heard(1);
    expect(told(stranger)).toEqual([['change', 'ticket.created', own.id]]);
    expect(told(admin)).toEqual([
      ['change', 'ticket.created', id],
      ['change', 'ticket.edited', id],
      ['change', 'ticket.created', own.id],
    ]);
  });

  it('tells admins of an internal note, and the requester of the next public word only', async () => {
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    const [requester, admin] = [await listen(ada), await listen(bob)];
    await makeComment(api, bob, id, { is_internal: true });
    await makeComment(api, bob, id);
    await Promise.all([requester.heard(1), admin.heard(2)]);
    await everythingIsTold();
    expect(requester.messages).toHaveLength(1);
  });

  it('tells those who had it on screen that a ticket was deleted, and nothing more of it', async () => {
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    const reader = await listen(ada);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    await reader.heard(1);
    expect(told(reader)).toEqual([['change', 'ticket.deleted', id]]);
  });

  it('rings the bell of one person, and says nothing to others', async () => {
    const [one, other, admin] = [await listen(ada), await listen(eve), await listen(bob)];
    await ring(ada.id);
    expect((await one.heard(1))[0]).toMatchObject({ event: 'notification', data: {} });
    await everythingIsTold();
    expect([told(other), told(admin).filter(([event]) => event === 'notification')]).toEqual([[], []]);
  });

  it('has the headers of every answer, is kept in no cache and gathered by no proxy', async () => {
    const { headers } = await listen(ada);
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-accel-buffering']).toBe('no');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-request-id']).toMatch(/./);
  });

  it('has a limit for each person: 429, until one is closed', async () => {
    for (let i = 0; i < MOST_STREAMS.person; i++) await listen(ada);
    await expect(readLive(url, ada)).rejects.toThrow('429');
    await listen(eve);
    readers[0]!.close();
    await until(async () =>
      listen(ada).then(
        () => true,
        () => false,
      ),
    );
  });
});

describe('coming back with Last-Event-ID', () => {
  it('tells what happened meanwhile, without a gap and nothing twice', async () => {
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    let reader = await listen(ada);
    const all: unknown[] = [];
    const write = async () => {
      for (let i = 0; i < 40; i++) await makeComment(api, ada, id, { content: `Number ${i}` });
    };
    const writing = write();
    for (let leave = 0; leave < 8; leave++) {
      await reader.heard(2);
      const lastId = reader.lastId();
      reader.close();
      all.push(...reader.messages);
      reader = await listen(ada, lastId);
    }
    await writing;
    await until(async () => all.length + reader.messages.length >= 40);
    await everythingIsTold();
    expect(all.length + reader.messages.length).toBe(40);
  });

  it('goes on from the place that a silent stream named, too', async () => {
    const first = await listen(ada);
    first.close();
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    const second = await listen(ada, first.lastId());
    await second.heard(1);
    expect(told(second)).toEqual([['change', 'ticket.created', id]]);
  });

  it('is told to read everything again after 500 events, and goes on from now', async () => {
    const first = await listen(ada);
    first.close();
    await api.db.client.query(
      `insert into events (type, data) select 'user.registered', '{}' from generate_series(1, 501)`,
    );
    await everythingIsTold();
    const second = await listen(ada, first.lastId());
    expect((await second.heard(1))[0]).toMatchObject({ event: 'reset', data: {} });
    const { id } = await makeTicket(api, ada);
    await second.heard(2);
    expect(told(second)[1]).toEqual(['change', 'ticket.created', id]);
  });

  it.each(['1', 'made-up', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '%00'])(
    'is reset for an id that never was ours: %s',
    async (lastId) => {
      const reader = await listen(ada, lastId);
      expect((await reader.heard(1))[0]!.event).toBe('reset');
    },
  );
});

describe('the end of a stream', () => {
  it.each([
    ['a sign-out', () => api.as(ada).post('/api/auth/logout/')],
    [
      'a closed account',
      () => api.db.client.query(`update users set is_active = false where id = $1`, [ada.id]),
    ],
    ['another role', () => api.db.client.query(`update users set role = 'admin' where id = $1`, [ada.id])],
  ])('comes within 5 s of %s', async (_, change) => {
    const [reader, other] = [await listen(ada), await listen(eve)];
    const before = performance.now();
    await change();
    await until(async () => reader.isOver());
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(other.isOver()).toBe(false);
  });
});

describe('a database that is listened to no more', () => {
  it('is listened to again, and nothing is lost meanwhile', async () => {
    const { id } = await makeTicket(api, ada);
    await everythingIsTold();
    const reader = await listen(ada);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
                  where application_name = 'ticketing-listens' and datname = current_database()`;
    expect((await api.db.client.query(cut)).rowCount).toBe(1);
    await makeComment(api, ada, id);
    await reader.heard(1);
    await until(async () => {
      const before = performance.now();
      const told = reader.messages.length;
      await makeComment(api, ada, id);
      await reader.heard(told + 1);
      await sleep(0);
      return performance.now() - before < 500; // not by looking every 2 s
    });
  });
});
