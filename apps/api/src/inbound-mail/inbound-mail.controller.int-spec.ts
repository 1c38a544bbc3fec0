import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drain } from '../../test/drain.js';
import { expectProblem } from '../../test/expect-problem.js';
import { fingerprint } from '../../test/fingerprint.js';
import { INBOUND_SECRET, type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { mailSource } from '../../test/mail-world.js';
import { until } from '../../test/until.js';
import { MAIL_LIMITS } from './parsed-mail.js';

let desk: MailHelpDesk;
let logs: string;
beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'ticketing-inbound-logs-'));
  desk = await startMailHelpDesk({ LOG_DIR: logs });
});
afterAll(async () => {
  await desk.api.stop();
  await rm(logs, { recursive: true, force: true });
});

const countMails = async () =>
  (await desk.api.db.client.query('select count(*)::int as count from inbound_mails')).rows[0].count;
const countComments = async (id: number) =>
  (await desk.read(desk.dora, `/api/tickets/${id}/comments/`)).total;

describe('POST /api/inbound/mail/', () => {
  it('keeps the mail, byte for byte, and says under which id', async () => {
    const source = mailSource('ticket-nul-bytes');
    const { status, body } = await desk.deliver(source);
    expect([status, body]).toEqual([202, { id: expect.any(Number) }]);
    const { rows } = await desk.api.db.client.query('select * from inbound_mails where id = $1', [body.id]);
    expect(rows[0]).toMatchObject({ raw: source, size: source.length, source: 'http', state: 'received' });
  });

  it('takes the same bytes once: a server that got no answer tries again', async () => {
    const mail = mailOf({});
    const [first, second] = [await desk.deliver(mail), await desk.deliver(mail)];
    expect([second.status, second.body]).toEqual([202, first.body]);
  });

  it('thirty servers with the same answer at once make one comment', async () => {
    const before = await countComments(42);
    const source = mailSource('gmail-web-reply');
    const answers = await Promise.all(Array.from({ length: 30 }, () => desk.deliver(source)));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await drain(desk.api);
    expect(await countComments(42)).toBe(before + 1);
  });

  it('thirty ways of the same mail, each with a header of its own, make one comment', async () => {
    const before = await countComments(42);
    const source = mailSource('apple-mail-reply').toString('latin1');
    const ways = Array.from({ length: 30 }, (_, i) =>
      Buffer.from(`Received: by way${i}\r\n${source}`, 'latin1'),
    );
    await Promise.all(ways.map((way) => desk.deliver(way)));
    await drain(desk.api);
    expect(await countComments(42)).toBe(before + 1);
  });

  it.each([
    ['no secret', ''],
    ['a wrong one', 'Bearer wrong'],
    ['one that begins like the right one', 'Bearer Hq3v9QpL7xT2mWcY8rBn5HdJ4fGs6AeU0oI'],
    ['the right one in another scheme', 'Basic Hq3v9QpL7xT2mWcY8rBn5HdJ4fGs6AeU0oIq'],
  ])('401 with %s, always the same, and nothing is kept', async (_, authorization) => {
    const before = await fingerprint(desk.api);
    const answer = await desk.deliver(mailOf({}), { authorization });
    expectProblem(answer, 401);
    expect(answer.body.type).toBe('/problems/unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="inbound mail"');
    expect(await fingerprint(desk.api)).toBe(before);
  });

  it('401 for somebody who is signed in: the door is for mail servers', async () =>
    expectProblem(await desk.deliver(mailOf({}), { authorization: `Bearer ${desk.dora.token}` }), 401));

  it('413 for more than 25 MiB, whether it says so or not, and nothing is kept', async () => {
    const before = await countMails();
    expectProblem(await desk.deliver(Buffer.alloc(MAIL_LIMITS.bytes + 1, 'x')), 413);
    expect(await countMails()).toBe(before);
  });

  it('takes 25 MiB', async () => {
    const mail = mailOf({ from: 'nobody@example.net', subject: 'Large' });
    const source = Buffer.concat([
      Buffer.from(mail),
      Buffer.alloc(MAIL_LIMITS.bytes - mail.length, `${'x'.repeat(76)}\r\n`),
    ]);
    const { reason, size } = await desk.settle(source);
    expect([reason, size]).toEqual(['unknown_sender', MAIL_LIMITS.bytes]);
  });

  it('400 for an empty mail', async () => expectProblem(await desk.deliver(Buffer.alloc(0)), 400));

  it.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('415 for %s, and nothing is kept', async (type) => {
    const before = await countMails();
    expectProblem(await desk.deliver('{"x":1}', { 'content-type': type }), 415);
    expect(await countMails()).toBe(before);
  });

  it('415 for a mail on every other route', async () => {
    const answer = await desk.api
      .as(desk.ada)
      .post('/api/tickets/', mailOf({}), { 'content-type': 'message/rfc822' });
    expectProblem(answer, 415);
  });
});

it('the log has ids, and neither secrets, right or wrong, nor what strangers wrote', async () => {
  const words = { from: 'from-canary@example.net', subject: 'subject-canary', text: 'text-canary' };
  await desk.deliver(mailOf(words), { authorization: 'Bearer wrong-canary' });
  const { id } = await desk.settle(mailOf(words));
  const log = () => readFile(join(logs, 'app.log'), 'utf8').catch(() => '');
  await until(async () =>
    new RegExp(`mail filed.*"mailId":${id}|"mailId":${id}.*mail filed`).test(await log()),
  );
  expect(await log()).toMatch(/mail received/);
  expect(await log()).not.toMatch(new RegExp(`canary|${INBOUND_SECRET}`));
});
