import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommentView } from '@ticketing/contracts';
import { drain } from '../../test/drain.js';
import { type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { mailSource } from '../../test/mail-world.js';
import { type Dovecot, hasDovecot, IMAP_PASSWORD, startDovecot } from '../../test/start-dovecot.js';
import { Schedules } from '../platform/events/schedules.js';
import { InboxService } from './inbox.service.js';
import { MAIL_LIMITS } from './parsed-mail.js';

const describeWithDovecot = hasDovecot() ? describe : describe.skip;

let server: Dovecot;
let desk: MailHelpDesk;
let logs: string;

async function start(urlOf = (url: string) => url): Promise<void> {
  server = await startDovecot();
  logs = await mkdtemp(join(tmpdir(), 'ticketing-fetch-logs-'));
  desk = await startMailHelpDesk({ IMAP_URL: urlOf(server.url), LOG_DIR: logs });
}

async function stop(): Promise<void> {
  await desk.api.stop();
  await server.remove();
  await rm(logs, { recursive: true, force: true });
}

/** The next run of the schedule, now, and everything that follows from what it brings. */
async function fetchNow(): Promise<void> {
  await makeDue();
  await drain(desk.api);
}

async function makeDue(): Promise<void> {
  await desk.api.app.get(Schedules).due(); // the first time makes the row
  await desk.api.db.client.query(
    `update schedules set next_run_at = now(), rung_at = null where name = 'fetch-mail'`,
  );
}
const rowsOf = async (text: string) => (await desk.api.db.client.query(text)).rows;
const lastError = async () =>
  (await rowsOf(`select last_error from schedules where name = 'fetch-mail'`))[0].last_error;
const commentsOf = async (id: number) => (await desk.read(desk.ada, `/api/tickets/${id}/comments/`)).results;

describeWithDovecot('a mailbox', () => {
  beforeAll(() => start());
  afterEach(async () => {
    delete (desk.api.app.get(InboxService) as Partial<InboxService>).receive; // what a test put in its place
    await Promise.all([server.empty(), desk.reset()]);
  });
  afterAll(stop);

  it('is fetched from: an answer becomes a comment, and the mail stays there, seen', async () => {
    await server.deliver(mailSource('gmail-web-reply'));
    await fetchNow();
    expect((await commentsOf(42)).map(({ author }: CommentView) => author.id)).toEqual([desk.ada.id]);
    expect(await rowsOf('select source, raw from inbound_mails')).toEqual([
      { source: 'imap', raw: mailSource('gmail-web-reply') },
    ]);
    expect(await server.inbox()).toEqual(['S']);
    await fetchNow();
    expect(await commentsOf(42)).toHaveLength(1);
  });

  it('with a folder Processed has what was taken there', async () => {
    await server.makeFolder('Processed');
    await server.deliver(mailOf({}));
    await fetchNow();
    expect([await server.inbox(), await server.count('Processed')]).toEqual([[], 1]);
  });

  it('does not give what somebody has read or flagged already', async () => {
    await server.deliver(mailOf({ subject: 'New' }), '');
    await server.deliver(mailOf({ subject: 'Read' }), 'S');
    await server.deliver(mailOf({ subject: 'Flagged' }), 'F');
    await fetchNow();
    expect((await rowsOf('select subject from inbound_mails')).map(({ subject }) => subject)).toEqual([
      'New',
    ]);
  });

  it('gives a mail again when the process dies before it is marked, and it is filed once', async () => {
    await server.deliver(mailSource('gmail-web-reply'));
    const inbox = desk.api.app.get(InboxService);
    inbox.receive = async (...args) => {
      await InboxService.prototype.receive.apply(inbox, args);
      throw new Error('died');
    };
    await fetchNow();
    expect([await server.inbox(), (await commentsOf(42)).length]).toEqual([[''], 1]);
    delete (inbox as Partial<InboxService>).receive;
    await fetchNow();
    expect([await server.inbox(), (await commentsOf(42)).length]).toEqual([['S'], 1]);
    expect(await rowsOf('select count(*)::int from inbound_mails')).toEqual([{ count: 1 }]);
  });

  it('that is away is asked again, and heals by itself', async () => {
    await server.stop();
    await fetchNow();
    expect(await lastError()).toMatch(/./);
    await server.deliver(mailOf({}));
    await server.start();
    await fetchNow();
    expect([await lastError(), await server.inbox()]).toEqual([null, ['S']]);
  });

  it('that has a mail of more than 25 MiB leaves it there, flagged, tells admins, and goes on', async () => {
    const head = mailOf({ from: 'ada@example.org', subject: 'My whole disk' });
    await server.deliver(Buffer.concat([Buffer.from(head), Buffer.alloc(MAIL_LIMITS.bytes, 'x')]));
    await server.deliver(mailOf({ subject: 'After it' }));
    for (let i = 0; i < 2; i++) await fetchNow();
    expect(await server.inbox()).toEqual(['F', 'S']);
    const { results } = await desk.read(desk.dora, '/api/admin/quarantine/');
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      sender: 'ada@example.org',
      subject: 'My whole disk',
      reason: 'malformed',
      excerpt: expect.stringMatching(/26 MiB.+still in the mailbox/),
    });
    expect((await rowsOf(`select subject from inbound_mails where state = 'filed'`))[0].subject).toBe(
      'After it',
    );
  });

  it('with a mail that cannot be taken still gives the ones behind it', async () => {
    const inbox = desk.api.app.get(InboxService);
    inbox.receive = (source, raw) =>
      raw.includes('poison')
        ? Promise.reject(new Error('no'))
        : InboxService.prototype.receive.call(inbox, source, raw);
    await server.deliver(mailOf({ text: 'poison' }));
    await server.deliver(mailOf({}));
    await fetchNow();
    expect([await server.inbox(), await lastError()]).toEqual([['', 'S'], 'no']);
  });

  it('is read by one process at a time, until that one is done', async () => {
    await makeDue();
    await server.deliver(mailOf({}));
    const inbox = desk.api.app.get(InboxService);
    const due: string[] = [];
    inbox.receive = async (...args) => {
      const [row] = await rowsOf(
        `select next_run_at > now() + interval '2 minutes' as far from schedules where name = 'fetch-mail'`,
      );
      due.push(row.far);
      return InboxService.prototype.receive.apply(inbox, args);
    };
    await Promise.all([1, 2, 3].map(() => desk.api.app.get(Schedules).run('fetch-mail')));
    const [after] = await rowsOf(
      `select next_run_at < now() + interval '21 seconds' as soon from schedules where name = 'fetch-mail'`,
    );
    expect([due, after.soon]).toEqual([[true], true]);
  });

  it('of 1,000 mails is emptied in batches, in bounded time, in order', async () => {
    for (let i = 0; i < 1_000; i++) {
      await server.deliver(mailOf({ from: `stranger${i % 100}@example.net`, subject: `No. ${i}` }));
    }
    await makeDue();
    const startedAt = Date.now();
    await desk.api.app.get(Schedules).run('fetch-mail');
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect(await server.inbox()).toEqual(Array(1_000).fill('S'));
    const raws: { subject: string }[] = await rowsOf(
      `select substring(convert_from(raw, 'UTF8') from 'No\\. [0-9]+') as subject from inbound_mails order by id`,
    );
    expect(raws.map(({ subject }) => subject)).toEqual(Array.from({ length: 1_000 }, (_, i) => `No. ${i}`));
  });
});

describeWithDovecot('a mailbox that refuses the password', () => {
  beforeAll(() => start((url) => url.replace(IMAP_PASSWORD, 'wrong-canary-9c1')));
  afterAll(stop);

  it('is told of in the log and to admins, without the password', async () => {
    await fetchNow();
    const log = await readFile(join(logs, 'app.log'), 'utf8').catch(() => '');
    expect(log).toContain('schedule failed');
    expect(log).not.toContain('canary');
  });
});
