import type { CommentView, InboundMailView, TimelineEntry } from '@ticketing/contracts';
import { drain } from '../../test/drain.js';
import { type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { mailSource } from '../../test/mail-world.js';
import { MAIL_QUOTA } from './classify-mail.js';
import { MailFiler } from './mail-filer.js';
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

const ticketOf = async (id: number) => desk.read(desk.dora, `/api/tickets/${id}/`);
const replyAddress = (userId: number, ticketId = 42) =>
  desk.api.app.get(MailIdentity).replyAddresses!.addressFor({ ticketId, userId });
const commentsOf = async (id: number, person = desk.ada) =>
  (await desk.read(person, `/api/tickets/${id}/comments/`)).results;
const moveTo = (id: number, status: string) =>
  desk.api.as(desk.dora).patch(`/api/tickets/${id}/update_status/`, { status });

describe('mails of every kind, through the whole pipe', () => {
  it.each<[string, Partial<InboundMailView>]>([
    ['gmail-web-reply', { state: 'filed', verdict: 'comment', ticket: 42 }],
    ['thunderbird-inline-answers', { state: 'filed', verdict: 'comment', ticket: 42 }],
    ['reply-with-screenshot-only', { state: 'filed', verdict: 'comment', ticket: 42 }],
    ['reply-of-admin-on-closed-ticket', { state: 'filed', verdict: 'comment', ticket: 43 }],
    ['reply-on-closed-ticket', { state: 'filed', verdict: 'ticket' }],
    ['ticket-html-only', { state: 'filed', verdict: 'ticket' }],
    ['ticket-nul-bytes', { state: 'filed', verdict: 'ticket' }],
    ['ticket-header-injection', { state: 'filed', verdict: 'ticket' }],
    ['dsn-postfix', { state: 'noted', verdict: 'bounce', ticket: 42 }],
    ['ooo-exchange', { state: 'noted', verdict: 'auto_reply', ticket: 42 }],
    ['ooo-from-another-address', { state: 'noted', verdict: 'auto_reply', ticket: null }],
    ['mailing-list-mailman', { state: 'noted', verdict: 'mailing_list', ticket: null }],
    ['own-mail-looped-back', { state: 'noted', verdict: 'own_mail', ticket: null }],
    ['unknown-sender', { state: 'quarantined', reason: 'unknown_sender', sender_user: null }],
    ['reply-from-stranger-with-good-address', { reason: 'not_the_recipient', answers_ticket: 42 }],
    ['reply-on-deleted-ticket', { state: 'quarantined', reason: 'ticket_not_visible', ticket: null }],
    ['forged-reply-address', { state: 'quarantined', reason: 'forged_reply', answers_ticket: null }],
    ['dmarc-fail', { state: 'quarantined', reason: 'failed_authentication' }],
    ['unverified-sender', { state: 'quarantined', reason: 'unverified_sender' }],
    ['inactive-sender', { state: 'quarantined', reason: 'inactive_sender' }],
    ['not-a-mail-at-all', { state: 'quarantined', reason: 'malformed' }],
    ['too-many-parts', { state: 'quarantined', reason: 'malformed', sender: null }],
  ])('%s', async (name, outcome) => expect(await desk.settleFixture(name)).toMatchObject(outcome));
});

describe('an answer to a mail of ours', () => {
  it('is a comment of its sender: what was written shows, what was quoted is folded', async () => {
    const { comment } = await desk.settleFixture('reply-quoting-a-machine');
    const [first] = await commentsOf(42);
    expect(first).toMatchObject({
      id: comment,
      author: { id: desk.ada.id },
      content: 'At 10:22 the printer wrote:\nE-41 tray 2',
      is_internal: false,
    });
    await desk.settleFixture('thunderbird-top-post-german');
    const [, second] = await commentsOf(42);
    expect(second.source).toEqual({ kind: 'email', quoted: expect.stringContaining('> ') });
    expect(second.content).toBe('Läuft.');
  });

  it('reopens a ticket that waited for it, like any comment of the requester', async () => {
    await moveTo(42, 'pending_user');
    await desk.settleFixture('gmail-web-reply');
    expect((await ticketOf(42)).status).toBe('open');
  });

  it('of an admin is the first response, and carries no quotes: their mails tell of internal notes', async () => {
    const secret = 'internal-canary-41c';
    await desk.settle(
      mailOf({ from: 'dora@example.com', to: replyAddress(1), text: `On it.\n\n> ${secret}\n> more` }),
    );
    const [comment] = await commentsOf(42);
    expect([comment.content, comment.source]).toEqual(['On it.', { kind: 'email', quoted: null }]);
    expect((await ticketOf(42)).first_response_at).not.toBeNull();
    for (const path of ['', 'comments/', 'timeline/']) {
      expect(JSON.stringify(await desk.read(desk.ada, `/api/tickets/42/${path}`))).not.toContain(secret);
    }
  });

  it('of an admin to the mail about an internal note is an internal note', async () => {
    const note = { content: 'Between us.', is_internal: true };
    await desk.api.as(desk.dora).post('/api/tickets/42/add_comment/', note);
    const { rows } = await desk.api.db.client.query(`select id from events where is_internal`);
    const { messageIds } = desk.api.app.get(MailIdentity);
    const answered = messageIds.forTicketMail(rows[0].id, { ticketId: 42, userId: 1 });
    await desk.settle(
      mailOf({
        from: 'dora@example.com',
        to: replyAddress(1),
        text: 'Do not tell them.',
        headers: [`In-Reply-To: ${answered}`],
      }),
    );
    expect((await commentsOf(42, desk.dora)).map((one: CommentView) => one.is_internal)).toEqual([
      true,
      true,
    ]);
    expect(await commentsOf(42)).toEqual([]);
  });

  it('of an admin to the address of such a mail is one, too, although a relay has replaced the Message-ID', async () => {
    const { replyAddresses } = desk.api.app.get(MailIdentity);
    const to = replyAddresses!.noteAddressFor({ ticketId: 42, userId: 1 });
    await desk.settle(mailOf({ from: 'dora@example.com', to, text: 'Do not tell them.' }));
    expect((await commentsOf(42, desk.dora)).map((one: CommentView) => one.is_internal)).toEqual([true]);
    expect(await commentsOf(42)).toEqual([]);
  });

  it('is cut at the limit of a comment; the source has the rest', async () => {
    const { source } = await desk.settle(mailOf({ to: replyAddress(7), text: 'word '.repeat(6_000) }));
    const [comment] = await commentsOf(42);
    expect(comment.content).toHaveLength(20_000);
    expect(comment.content).toMatch(/The mail is longer\. Its source has the rest\.\)$/);
    expect(source).not.toBeNull();
  });
});

describe('any other mail of somebody who is known', () => {
  it('opens a ticket, and says once that it arrived', async () => {
    const { ticket } = await desk.settle(mailOf({ subject: 'Re: Printer', text: 'Jammed again.' }));
    expect(await ticketOf(ticket!)).toMatchObject({
      title: 'Printer',
      description: 'Jammed again.',
      category: 'other',
      priority: 'medium',
      status: 'open',
      user: { id: desk.ada.id },
    });
    await desk.settle(mailOf({ subject: 'Another thing' }));
    const { rows } = await desk.api.db.client.query(
      `select data from events where type = 'ticket.created' order by id`,
    );
    expect(rows.map(({ data }) => data)).toEqual([{ by_mail: true }, { by_mail: true, unconfirmed: true }]);
  });

  it('that answers a closed ticket opens a new one that names it', async () => {
    const { ticket } = await desk.settleFixture('reply-on-closed-ticket');
    expect((await ticketOf(ticket!)).description).toMatch(/^Answer to ticket 43, which is closed\.\n\n/);
    expect((await ticketOf(43)).status).toBe('closed');
  });
});

describe('what machines send', () => {
  it.each([
    ['dsn-postfix', 'bounce'],
    ['ooo-exchange', 'auto_reply'],
  ])('changes nothing, and shows to admins in the history: %s', async (name, kind) => {
    await moveTo(42, 'pending_user');
    const before = [await ticketOf(42), await desk.read(desk.ada, '/api/tickets/42/timeline/')];
    const { id } = await desk.settleFixture(name);
    expect([await ticketOf(42), await desk.read(desk.ada, '/api/tickets/42/timeline/')]).toEqual(before);
    const [latest]: TimelineEntry[] = (await desk.read(desk.dora, '/api/tickets/42/timeline/')).results;
    expect(latest).toMatchObject({
      type: 'mail.noted',
      actor: null,
      is_internal: true,
      mail: { id, kind, user: { id: desk.ada.id } },
    });
  });
});

describe('a loop that no header gives away', () => {
  it('ends at the quota of its sender, and nobody else is stopped', async () => {
    const { ofSender, held } = MAIL_QUOTA;
    const mails = Array.from({ length: ofSender + held + 3 }, (_, i) => mailOf({ subject: `Loop ${i}` }));
    await Promise.all(mails.map((mail) => desk.deliver(mail)));
    await drain(desk.api);
    const { rows } = await desk.api.db.client.query(
      `select verdict, reason, count(*)::int from inbound_mails group by verdict, reason order by verdict`,
    );
    expect(rows).toEqual([
      { verdict: 'over_quota', reason: null, count: 3 },
      { verdict: 'quarantine', reason: 'over_quota', count: held },
      { verdict: 'ticket', reason: null, count: ofSender },
    ]);
    expect((await desk.settleFixture('ticket-of-an-admin')).verdict).toBe('ticket');
  });
  it('cannot be made in the name of somebody else: forged mails are counted apart', async () => {
    const headers = ['Authentication-Results: mx.help.example.com; dmarc=fail'];
    const forged = Array.from({ length: MAIL_QUOTA.ofSender }, () => mailOf({ headers }));
    await Promise.all(forged.map((mail) => desk.deliver(mail)));
    expect((await desk.settle(mailOf({}))).verdict).toBe('ticket');
  });
  it('strangers with a reply address do not use up the quota of its ticket', async () => {
    for (let i = 0; i < MAIL_QUOTA.onTicket; i++) {
      await desk.deliver(mailOf({ from: `stranger${i % 10}@example.net`, to: replyAddress(7) }));
    }
    expect((await desk.settle(mailOf({ to: replyAddress(7) }))).verdict).toBe('comment');
  });
});

describe('a process that dies', () => {
  const isFiled = async () =>
    (await desk.api.db.client.query(`select state from inbound_mails`)).rows.map(({ state }) => state);

  it('after the comment was written and before the commit files it once, later', async () => {
    await desk.deliver(mailSource('gmail-web-reply'));
    const writer = desk.api.app.get(MailWriter);
    writer.comment = async (...args) => {
      await MailWriter.prototype.comment.apply(writer, args);
      throw new Error('died');
    };
    await drain(desk.api);
    expect([await isFiled(), await commentsOf(42)]).toEqual([['received'], []]);
    delete (writer as Partial<MailWriter>).comment;
    await desk.api.db.client.query(`update deliveries set next_try_at = now() where done_at is null`);
    await drain(desk.api);
    expect([await isFiled(), (await commentsOf(42)).length]).toEqual([['filed'], 1]);
  });

  it('or only looks dead, while another takes up its work, does not make two of one mail', async () => {
    const { body } = await desk.deliver(mailSource('mutt-reply-by-message-id-only'));
    await Promise.all(Array.from({ length: 5 }, () => desk.api.app.get(MailFiler).file(body.id)));
    expect([await isFiled(), (await commentsOf(42)).length]).toEqual([['filed'], 1]);
  });

  it('after the commit and before it could say so files nothing again', async () => {
    const { id } = await desk.settleFixture('gmail-web-reply');
    await desk.api.db.client.query(`update deliveries set done_at = null, next_try_at = now()`);
    await drain(desk.api);
    await Promise.all(Array.from({ length: 5 }, () => desk.api.app.get(MailFiler).file(id)));
    expect(await commentsOf(42)).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it.each([
    ['filed', 'gmail-web-reply', '89 days', true],
    ['filed', 'gmail-web-reply', '91 days', false],
    ['in quarantine', 'unknown-sender', '59 days', true],
  ])('of a mail that is %s (%s), after %s: %s', async (_, name, age, isKept) => {
    const { id } = await desk.settleFixture(name);
    await desk.api.db.client.query(`update inbound_mails set received_at = now() - $1::interval`, [age]);
    await desk.api.app.get(MailRetention).forgetSources();
    const mail = await desk.read(desk.dora, `/api/admin/quarantine/${id}/`);
    expect([mail.source !== null, mail.text !== '', mail.subject !== '']).toEqual([isKept, isKept, true]);
  });
  it('of a mail that was discarded goes 30 days after that', async () => {
    const { id } = await desk.settleFixture('unknown-sender');
    await desk.api.as(desk.dora).post(`/api/admin/quarantine/${id}/discard/`);
    const afterwards = async (age: string) => {
      await desk.api.db.client.query(`update inbound_mails set decided_at = now() - $1::interval`, [age]);
      await desk.api.app.get(MailRetention).forgetSources();
      return (await desk.read(desk.dora, `/api/admin/quarantine/${id}/`)).source;
    };
    expect(await afterwards('29 days')).not.toBeNull();
    expect(await afterwards('31 days')).toBeNull();
    expect((await desk.api.as(desk.dora).get(`/api/admin/quarantine/${id}/source/`)).status).toBe(404);
  });
});
