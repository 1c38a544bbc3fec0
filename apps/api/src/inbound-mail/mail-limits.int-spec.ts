import { drain } from '../../test/drain.js';
import { type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { conflict } from '../platform/http/problem.js';
import { MAIL_QUOTA } from './classify-mail.js';
import { InboundMailsRepository } from './inbound-mails.repository.js';
import { MailIdentity } from './mail-identity.js';
import { MailRetention } from './mail-retention.js';
import { MailWriter } from './mail-writer.js';

let desk: MailHelpDesk;
beforeAll(async () => {
  desk = await startMailHelpDesk();
});
/** Each test finds the help desk as the first one found it: starting another would take seconds. */
afterEach(() => desk.reset());
afterAll(() => desk.api.stop());

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await desk.api.db.client.query(sql, values)).rows;
const deliverAll = async (mails: string[]) => {
  await Promise.all(mails.map((mail) => desk.deliver(mail)));
  await drain(desk.api);
};
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const replyAddress = () =>
  desk.api.app.get(MailIdentity).replyAddresses!.addressFor({ ticketId: 42, userId: desk.ada.id });
const OUT_OF_OFFICE = ['Auto-Submitted: auto-replied'];

describe('the quota of a sender', () => {
  it('is not used up by the machine that answers for the sender', async () => {
    await deliverAll(times(MAIL_QUOTA.ofSender + 1, () => mailOf({ headers: OUT_OF_OFFICE })));
    expect((await desk.settle(mailOf({}))).verdict).toBe('ticket');
  });
});

describe('what machines send about a ticket', () => {
  const timeline = async () =>
    (await rowsOf(`select count(*)::int from events where ticket_id = 42 and type = 'mail.noted'`))[0].count;

  it('stands in its history ten times an hour, and is kept beyond', async () => {
    const to = replyAddress();
    await deliverAll(times(12, () => mailOf({ to, headers: OUT_OF_OFFICE })));
    expect(await timeline()).toBe(10);
    expect(await rowsOf(`select count(*)::int from inbound_mails where ticket_id = 42`)).toEqual([
      { count: 12 },
    ]);
    await desk.api.db.client.query(
      `set ticketing.ages_events = on; update events set created_at = now() - interval '61 minutes'`,
    );
    await desk.settle(mailOf({ to, headers: OUT_OF_OFFICE }));
    expect(await timeline()).toBe(11);
  });
});

describe('a mail that cannot be filed', () => {
  const writer = () => desk.api.app.get(MailWriter);
  const fail = (error: Error) => {
    writer().ticket = () => Promise.reject(error);
  };
  afterEach(() => {
    delete (writer() as Partial<MailWriter>).ticket;
    delete (mails() as Partial<InboundMailsRepository>).settle;
  });
  const mails = () => desk.api.app.get(InboundMailsRepository);
  const WAITS = { state: 'quarantined', verdict: 'quarantine', reason: 'filing_failed', can_decide: true };
  const WORDS = { sender: 'ada@example.org', subject: 'Printer', text: 'Jammed.\n' };

  it('because a rule forbids it waits for an admin at once', async () => {
    fail(conflict('This ticket takes nothing.'));
    expect(await desk.settle(mailOf({}))).toMatchObject({ ...WAITS, ...WORDS });
  });

  it('waits for an admin after the fifth try, who files it when it works again', async () => {
    fail(new Error('out of order'));
    const states = [];
    const { id } = await desk.settle(mailOf({}));
    for (let tries = 1; tries < 6; tries += 1) {
      states.push((await desk.read(desk.dora, `/api/admin/quarantine/${id}/`)).state);
      await desk.api.db.client.query(`update deliveries set next_try_at = now() where done_at is null`);
      await drain(desk.api);
    }
    expect(states).toEqual([...Array(4).fill('received'), 'quarantined']);
    expect(await desk.read(desk.dora, `/api/admin/quarantine/${id}/`)).toMatchObject({ ...WAITS, ...WORDS });
    delete (writer() as Partial<MailWriter>).ticket;
    const accepted = await desk.api
      .as(desk.dora)
      .post(`/api/admin/quarantine/${id}/accept/`, { as: 'ticket' });
    expect(accepted.body).toMatchObject({ state: 'accepted', ticket: expect.any(Number) });
  });

  it('waits without its words, where those are what cannot be kept', async () => {
    fail(conflict('This ticket takes nothing.'));
    mails().settle = (tx, id, mail) =>
      mail.text
        ? Promise.reject(new Error('refused'))
        : InboundMailsRepository.prototype.settle.call(mails(), tx, id, mail);
    expect(await desk.settle(mailOf({}))).toMatchObject({ ...WAITS, sender: null, text: '' });
  });
});

describe('what is kept of mails that nobody decides about', () => {
  const MIB = 1024 * 1024;
  const sizeOfSource = async (id: number) =>
    (await rowsOf(`select length(raw) as length from inbound_mails where id = $1`, [id]))[0].length;
  const withFile = (from: string) => {
    const file = times(30_000, () => 'QUJD'.repeat(19)).join('\r\n');
    const lines = ['--b', 'Content-Type: text/plain', '', 'Look.', '--b', 'Content-Type: image/png'];
    return mailOf({
      from,
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
      text: [...lines, 'Content-Transfer-Encoding: base64', '', file, '--b--'].join('\r\n'),
    });
  };

  it('of strangers is the first MiB, which can be accepted; of people with an account all', async () => {
    const [stranger, bob] = [
      await desk.settle(withFile('stranger@example.net')),
      await desk.settle(withFile('bob@example.org')),
    ];
    expect([stranger.reason, await sizeOfSource(stranger.id)]).toEqual(['unknown_sender', MIB]);
    expect(stranger.size).toBeGreaterThan(2 * MIB);
    expect([bob.reason, await sizeOfSource(bob.id)]).toEqual(['unverified_sender', bob.size]);
    const body = { as: 'comment', ticket_id: 42, user_id: desk.ada.id };
    await desk.api.as(desk.dora).post(`/api/admin/quarantine/${stranger.id}/accept/`, body);
    const { results } = await desk.read(desk.ada, '/api/tickets/42/comments/');
    expect(results[0].content).toMatch(/^Look\./);
  });

  it('is the beginning of its text after 60 days', async () => {
    const { id } = await desk.settle(mailOf({ from: 'bob@example.org', text: 'word '.repeat(1_000) }));
    await desk.api.db.client.query(`update inbound_mails set received_at = now() - interval '61 days'`);
    await desk.api.app.get(MailRetention).forgetSources();
    const mail = await desk.read(desk.dora, `/api/admin/quarantine/${id}/`);
    expect(mail).toMatchObject({ state: 'quarantined', source: null, subject: 'Printer', can_decide: true });
    expect(mail.text).toBe('word '.repeat(400));
  });
});
