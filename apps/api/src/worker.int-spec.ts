import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MailServer, startMailServer } from '../test/mail-server.js';
import { makeAccount, makeAdmin, makeTicket, makeUser } from '../test/make.js';
import { startApi, TEST_ENV, type TestApi } from '../test/start-api.js';
import { type RunningProcess, startWorker } from '../test/start-product.js';
import { hasRedis, startRedis, type TestRedis } from '../test/start-redis.js';
import { until } from '../test/until.js';
import { EventPump } from './platform/events/event-pump.js';

let redis: TestRedis;
let mailServer: MailServer;
let api: TestApi;
let directory: string;
const workers: RunningProcess[] = [];

const LEASE_SECONDS = 2;

(hasRedis() ? describe : describe.skip)('workers', () => {
  beforeAll(async () => {
    [redis, mailServer] = await Promise.all([startRedis(), startMailServer()]);
    directory = await mkdtemp(join(tmpdir(), 'ticketing-worker-'));
    api = await startApi({ REDIS_URL: redis.url, JOB_LEASE_SECONDS: String(LEASE_SECONDS) });
    api.app.get(EventPump).start();
  });
  afterEach(async () => {
    mailServer.be('takes');
    await Promise.all(workers.splice(0).map(kill));
    mailServer.mails.length = 0;
  });
  afterAll(async () => {
    await api.stop();
    await Promise.all([redis.stop(), mailServer.stop(), rm(directory, { recursive: true, force: true })]);
  });

  async function work(): Promise<RunningProcess> {
    const worker = await startWorker({
      ...TEST_ENV,
      NODE_ENV: 'development',
      DATA_DIR: directory,
      DATABASE_URL: api.db.url,
      REDIS_URL: redis.url,
      SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      JOB_LEASE_SECONDS: String(LEASE_SECONDS),
    });
    workers.push(worker);
    return worker;
  }
  async function kill({ process, ended }: RunningProcess): Promise<void> {
    process.kill('SIGKILL');
    await ended();
  }
  /** Each new account is mailed a link: one mail, to be sent by a worker. */
  const register = async (count: number): Promise<string[]> =>
    (await Promise.all(Array.from({ length: count }, () => makeAccount(api)))).map(({ email }) => email);
  const receivers = () => mailServer.mails.map(({ to }) => [to].flat()[0]!.text);
  const nothingIsOpen = async () => {
    const events = 'select 1 from events where dispatched_at is null';
    const open = 'select 1 from deliveries where done_at is null and dead_at is null';
    return (
      (await api.db.client.query(events)).rows.length === 0 &&
      (await api.db.client.query(open)).rows.length === 0
    );
  };
  const idsOf = () => mailServer.mails.map(({ messageId }) => messageId);

  it('share the work, and each mail goes out once', async () => {
    const people = await register(8);
    await Promise.all([work(), work()]);
    await until(async () => mailServer.mails.length >= 8);
    expect(receivers().sort()).toEqual(people.sort());
  });

  it('killed in the middle of a job leave it to another one; what is sent twice carries the same Message-ID', async () => {
    mailServer.be('keeps_silent');
    const first = await work();
    const people = await register(3);
    await until(async () => mailServer.mails.length > 0); // taken, but nobody knows
    await kill(first);
    mailServer.be('takes');
    await work();
    await until(nothingIsOpen);
    expect([...new Set(receivers())].sort()).toEqual(people.sort());
    expect(mailServer.mails.length).toBeGreaterThan(3);
    expect(new Set(idsOf()).size).toBe(3);
  });

  it('told to stop finish the mail in hand, and leave the rest to others', async () => {
    const first = await work();
    mailServer.be('hangs');
    const before = mailServer.tries();
    await register(1);
    await until(async () => mailServer.tries() > before);
    first.process.kill('SIGTERM');
    mailServer.be('takes'); // the next one; the one that hangs is answered by nobody
    await once(first.process, 'exit');
    await work();
    await until(async () => mailServer.mails.length === 1);
    expect(new Set(idsOf()).size).toBe(1);
  });

  it('wait while the mail server says 450, and send when it takes mails again', async () => {
    await work();
    mailServer.be('busy');
    const before = mailServer.tries();
    const people = await register(2);
    await until(async () => mailServer.tries() >= before + 2);
    mailServer.be('takes');
    await until(async () => mailServer.mails.length === 2);
    expect(receivers().sort()).toEqual(people.sort());
  });

  it('try a mailbox that does not exist (550) once; others have their mail', async () => {
    await work();
    mailServer.be('refuses');
    const before = mailServer.tries();
    await register(1);
    const dead = async () =>
      (await api.db.client.query('select tries, last_error from deliveries where dead_at is not null')).rows;
    await until(async () => (await dead()).length === 1);
    mailServer.be('takes');
    const people = await register(1);
    await until(async () => mailServer.mails.length === 1);
    expect(receivers()).toEqual(people);
    expect(await dead()).toEqual([{ tries: 1, last_error: expect.stringContaining('550') }]);
    expect(mailServer.tries()).toBe(before + 2);
  });

  it.each<[string, () => Promise<void>]>([
    ['flushed', () => redis.flush()],
    [
      'away for ten seconds',
      () =>
        redis
          .stop()
          .then(() => sleep(10_000))
          .then(() => redis.restart()),
    ],
  ])('mail a ticket to everybody who is to know, once, with Redis %s meanwhile', async (_, harm) => {
    mailServer.be('busy');
    await work();
    const [ada, admin] = await Promise.all([makeUser(api), makeAdmin(api)]);
    await makeTicket(api, ada);
    await harm();
    await makeTicket(api, ada);
    mailServer.be('takes');
    await until(nothingIsOpen);
    const told = receivers().filter((email) => [ada.email, admin.email].includes(email));
    expect(told.sort()).toEqual([ada.email, ada.email, admin.email, admin.email].sort());
  });

  it('give up a mail server that hangs, and send when it answers again', async () => {
    mailServer.be('hangs');
    await work();
    const before = mailServer.tries();
    const [person] = await register(1);
    await until(async () => mailServer.tries() > before);
    mailServer.be('takes');
    await until(nothingIsOpen);
    expect(receivers()).toEqual([person]);
  });

  it('say in one sentence what they need', async () => {
    const worker = await startWorker({ NODE_ENV: 'development' });
    expect(await worker.ended()).toBe(1);
    expect(worker.output()).toMatch(/^A worker needs DATABASE_URL/);
  });
});
