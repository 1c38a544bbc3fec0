import type { InboundMailSummary, InboundMailView } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { fingerprint } from '../../test/fingerprint.js';
import { type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { makeUser } from '../../test/make.js';
import { mailSource } from '../../test/mail-world.js';
import { idsOf, walk } from '../../test/walk.js';

let desk: MailHelpDesk;
beforeAll(async () => {
  desk = await startMailHelpDesk();
});
afterAll(() => desk.api.stop());

const QUARANTINE = '/api/admin/quarantine/';
const list = async (query = ''): Promise<InboundMailSummary[]> =>
  (await desk.read(desk.dora, `${QUARANTINE}${query}`)).results;
const decide = (id: number, action: 'accept' | 'discard', body: object = {}) =>
  desk.api.as(desk.dora).post(`${QUARANTINE}${id}/${action}/`, body);
let strangers = 0;
/** A mail that waits for an admin. */
const held = (facts: Parameters<typeof mailOf>[0] = {}): Promise<InboundMailView> =>
  desk.settle(mailOf({ from: `stranger${(strangers += 1)}@example.net`, ...facts }));

describe('GET /api/admin/quarantine/', () => {
  it('shows mails that wait for a decision, newest first, with what they are', async () => {
    const first = await held({
      from: '"Grace Hopper" <grace@example.net>',
      subject: 'A bug',
      text: 'In relay\n70.',
    });
    const second = await held();
    await desk.settleFixture('ticket-plain-ascii');
    const [newest, next] = await list();
    expect([newest!.id, next!.id]).toEqual([second.id, first.id]);
    expect(next).toEqual({
      id: first.id,
      received_at: expect.stringMatching(/Z$/),
      sender: 'grace@example.net',
      sender_name: 'Grace Hopper',
      sender_user: null,
      subject: 'A bug',
      excerpt: 'In relay 70.',
      state: 'quarantined',
      verdict: 'quarantine',
      reason: 'unknown_sender',
      size: expect.any(Number),
      ticket: null,
      comment: null,
      decided_by: null,
      decided_at: null,
    });
  });

  it('filters by reason and state', async () => {
    await desk.settleFixture('dmarc-fail');
    await desk.settleFixture('mailing-list-mailman');
    const reasons = (await list('?reason=failed_authentication')).map(({ reason }) => reason);
    expect(reasons).toEqual(['failed_authentication']);
    expect((await list('?state=noted')).map(({ verdict }) => verdict)).toEqual(['mailing_list']);
  });

  it.each(['zebra-subject', 'zebra-sender', 'zebra-text', 'zebra%_'])('finds %s', async (word) => {
    const { id } = await held({
      subject: 'zebra-subject',
      from: 'zebra-sender@example.net',
      text: 'zebra-text zebra%_',
    });
    const found = await list(`?q=${encodeURIComponent(word.toUpperCase())}`);
    expect(found.map((mail) => mail.id)).toContain(id);
    await decide(id, 'discard');
    expect(await list(`?q=${encodeURIComponent(word)}`)).toEqual([]);
  });

  it('finds what is decided by sender and subject: what all mails ever said is not searched', async () => {
    const { id } = await held({ subject: 'okapi-subject', text: 'okapi-text' });
    await decide(id, 'discard');
    const found = async (word: string) =>
      (await list(`?state=discarded&state=quarantined&q=${word}`)).map((mail) => mail.id);
    expect([await found('okapi-subject'), await found('okapi-text')]).toEqual([[id], []]);
  });

  it.each([1, 2, 100])('in pages of %i shows each once', async (limit) => {
    const all = (await list('?limit=100')).map(({ id }) => id);
    const pages = await walk<InboundMailSummary>(desk.api.as(desk.dora), `${QUARANTINE}?limit=${limit}`);
    expect(idsOf(pages)).toEqual(all);
  });

  it.each(['state=open', 'reason=bad', 'limit=0', 'cursor=x', `q=${'x'.repeat(201)}`])(
    '400 for ?%s',
    async (query) => expectProblem(await desk.api.as(desk.dora).get(`${QUARANTINE}?${query}`), 400),
  );

  it('401 without a token, 403 for users', async () => {
    expectProblem(await desk.api.get(QUARANTINE), 401);
    expectProblem(await desk.api.as(desk.ada).get(QUARANTINE), 403);
  });
});

describe('GET /api/admin/quarantine/export/', () => {
  it('has a line for each mail that the filters leave, and disarms what strangers wrote', async () => {
    const { id } = await held({ from: '"Eve" <eve@example.net>', subject: '=1+1', text: 'Only for export.' });
    const { status, body } = await desk.api.as(desk.dora).get(`${QUARANTINE}export/?q=Only%20for%20export`);
    const [head, ...lines] = String(body).trim().split('\r\n');
    expect([status, head!.slice(0, 11), lines.length]).toEqual([200, 'Id,Received', 1]);
    expect(lines[0]).toMatch(
      new RegExp(`^${id},.*,eve@example\\.net,Eve,'=1\\+1,quarantined,.*,Only for export\\.$`),
    );
  });
  it.each(['state=lost', 'reason=lost'])('400 for ?%s', async (query) =>
    expect((await desk.api.as(desk.dora).get(`${QUARANTINE}export/?${query}`)).status).toBe(400),
  );
  it('401 anonymous, 403 for customers', async () => {
    const path = `${QUARANTINE}export/`;
    expect([(await desk.api.get(path)).status, (await desk.api.as(desk.ada).get(path)).status]).toEqual([
      401, 403,
    ]);
  });
});

describe('GET /api/admin/quarantine/{id}/', () => {
  it('shows text, headers that matter, and whom our signature names', async () => {
    const mail = await desk.settleFixture('reply-from-stranger-with-good-address');
    expect(mail).toMatchObject({
      reason: 'not_the_recipient',
      answers_ticket: 42,
      answers_user: { id: desk.ada.id },
      can_decide: true,
      source: `${QUARANTINE}${mail.id}/source/`,
      headers: { to: [expect.stringMatching(/^support\+t42\./)] },
    });
    expect(mail.text).not.toBe('');
  });

  it('shows no markup: HTML is read as text', async () => {
    const { text } = await held({
      headers: ['MIME-Version: 1.0', 'Content-Type: text/html'],
      text: '<p>Hello</p><script>alert(1)</script><img src=x onerror=alert(2)>',
    });
    expect(text).not.toMatch(/<script|<img|onerror/);
  });

  it('404 for one that never was, and 403 for users whether it is there or not', async () => {
    const { id } = await held();
    expectProblem(await desk.api.as(desk.dora).get(`${QUARANTINE}2000000000/`), 404);
    for (const one of [id, 2_000_000_000]) {
      for (const path of [`${one}/`, `${one}/source/`]) {
        expectProblem(await desk.api.as(desk.ada).get(QUARANTINE + path), 403);
      }
    }
  });
});

describe('GET /api/admin/quarantine/{id}/source/', () => {
  it('is the mail, byte for byte, as a download that no browser opens', async () => {
    const { source } = await desk.settleFixture('ticket-html-only');
    const { status, headers, body } = await desk.api.as(desk.dora).get(source!);
    expect([status, body]).toEqual([200, mailSource('ticket-html-only').toString()]);
    expect(headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': expect.stringMatching(/^attachment; filename="mail-\d+\.eml"$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
});

describe('POST /api/admin/quarantine/{id}/accept/', () => {
  it('as a comment of the person who is named', async () => {
    const { id } = await desk.settle(
      mailOf({ from: 'ada@private.example.net', text: 'From my other address.', subject: 'Re: Printer' }),
    );
    const { status, body } = await decide(id, 'accept', {
      as: 'comment',
      ticket_id: 42,
      user_id: desk.ada.id,
    });
    expect([status, body.state, body.ticket, body.decided_by.id]).toEqual([
      200,
      'accepted',
      42,
      desk.dora.id,
    ]);
    const { results } = await desk.read(desk.ada, '/api/tickets/42/comments/');
    expect(results.at(-1)).toMatchObject({
      id: body.comment,
      author: { id: desk.ada.id },
      content: 'From my other address.',
    });
  });

  it('keeps whose words were filed where', async () => {
    const { id } = await held();
    const { body } = await decide(id, 'accept', { as: 'comment', ticket_id: 42, user_id: desk.ada.id });
    const { rows } = await desk.api.db.client.query(
      `select actor_id, data from events where type = 'mail.accepted' order by id desc limit 1`,
    );
    expect(rows).toEqual([
      {
        actor_id: desk.dora.id,
        data: { mail_id: id, as: 'comment', user_id: desk.ada.id, ticket_id: 42, comment_id: body.comment },
      },
    ]);
  });

  it('as a ticket of the account that has the address', async () => {
    const { id } = await desk.settleFixture('unverified-sender');
    const { body } = await decide(id, 'accept', { as: 'ticket' });
    expect((await desk.read(desk.dora, `/api/tickets/${body.ticket}/`)).user.id).toBe(8);
  });

  it('as a ticket of somebody new: an account nobody can sign in to, and a link to its address', async () => {
    const { id } = await held({
      from: '"Grace Brewster Hopper" <grace.new@example.net>',
      subject: 'Relay 70',
    });
    const { status, body } = await decide(id, 'accept', { as: 'ticket' });
    expect([status, body.sender_user.name]).toEqual([200, 'Grace Brewster Hopper']);
    const { rows } = await desk.api.db.client.query(
      `select email, role, email_verified_at from users where id = $1`,
      [body.sender_user.id],
    );
    expect(rows).toEqual([{ email: 'grace.new@example.net', role: 'user', email_verified_at: null }]);
    const { rows: events } = await desk.api.db.client.query(
      `select type from events where actor_id = $1 or data->>'user_id' = $1::text order by id`,
      [body.sender_user.id],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'user.invited',
      'user.password_reset_requested',
      'ticket.created',
      'mail.accepted',
    ]);
  });

  it('takes what was noted, too: a list may have said something', async () => {
    const { id } = await desk.settleFixture('newsletter');
    const { body } = await decide(id, 'accept', { as: 'ticket', user_id: desk.ada.id });
    expect(body).toMatchObject({ state: 'accepted', verdict: 'mailing_list' });
  });

  it('of ten clicks at once one counts, the others are 409; there is one ticket', async () => {
    const { id } = await held();
    const countTickets = async () => (await desk.read(desk.dora, '/api/tickets/')).total;
    const before = await countTickets();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2 ? decide(id, 'accept', { as: 'ticket', user_id: desk.ada.id }) : decide(id, 'discard'),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(9).fill(409)]);
    const { state } = await desk.read(desk.dora, `${QUARANTINE}${id}/`);
    expect((await countTickets()) - before).toBe(state === 'accepted' ? 1 : 0);
  });

  it.each<[string, object, string]>([
    ['no word on what it is', {}, '/as'],
    ['something that it cannot be', { as: 'note' }, '/as'],
    ['a comment on nothing', { as: 'comment', user_id: 7 }, '/ticket_id'],
    ['a comment of somebody unknown', { as: 'comment', ticket_id: 42 }, '/user_id'],
    ['a person who never was', { as: 'ticket', user_id: 2_000_000_000 }, '/user_id'],
    ['a person who may no longer come in', { as: 'ticket', user_id: 9 }, '/user_id'],
    ['a ticket that the person does not see', { as: 'comment', ticket_id: 45, user_id: 7 }, '/ticket_id'],
    ['a deleted ticket', { as: 'comment', ticket_id: 44, user_id: 7 }, '/ticket_id'],
  ])('400 for %s, and nothing is written', async (_, body, pointer) => {
    const { id } = await held();
    const before = await fingerprint(desk.api);
    const answer = await decide(id, 'accept', body);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await fingerprint(desk.api)).toBe(before);
  });

  it('400 for nobody in particular, where the mail does not say who sent it', async () => {
    const { id } = await desk.settleFixture('from-two-addresses');
    expectProblem(await decide(id, 'accept', { as: 'ticket' }), 400);
    expect((await decide(id, 'accept', { as: 'ticket', user_id: 7 })).status).toBe(200);
  });

  it('409 as a comment of the requester of a closed ticket, and it still waits', async () => {
    const { id } = await held();
    expectProblem(await decide(id, 'accept', { as: 'comment', ticket_id: 43, user_id: 7 }), 409);
    expect((await desk.read(desk.dora, `${QUARANTINE}${id}/`)).can_decide).toBe(true);
  });

  it('409 for what filed itself, what is decided, and what cannot be read', async () => {
    const filed = await desk.settleFixture('ticket-lf-only');
    const unreadable = await desk.settleFixture('too-many-parts');
    const decided = await held();
    await decide(decided.id, 'discard');
    for (const { id } of [filed, unreadable, decided]) {
      expectProblem(await decide(id, 'accept', { as: 'ticket', user_id: 7 }), 409);
    }
  });

  it('404 for one that never was, 401 without a token, 403 for users', async () => {
    const { id } = await held();
    const path = `${QUARANTINE}${id}/accept/`;
    expectProblem(await decide(2_000_000_000, 'accept', { as: 'ticket' }), 404);
    expectProblem(await desk.api.post(path, { as: 'ticket' }), 401);
    expectProblem(await desk.api.as(desk.ada).post(path, { as: 'ticket' }), 403);
  });
});

describe('POST /api/admin/quarantine/{id}/discard/', () => {
  it('ends the wait, writes nothing on any ticket, and keeps who did it', async () => {
    const { id } = await held();
    const { status, body } = await decide(id, 'discard');
    expect([status, body.state, body.can_decide, body.decided_by.id]).toEqual([
      200,
      'discarded',
      false,
      desk.dora.id,
    ]);
    expect((await list()).map((mail) => mail.id)).not.toContain(id);
  });

  it('409 the second time, 404 for one that never was, 401 and 403 as everywhere', async () => {
    const { id } = await held();
    expect((await decide(id, 'discard')).status).toBe(200);
    expectProblem(await decide(id, 'discard'), 409);
    expectProblem(await decide(2_000_000_000, 'discard'), 404);
    expectProblem(await desk.api.post(`${QUARANTINE}${id}/discard/`, {}), 401);
    const eve = await makeUser(desk.api);
    expectProblem(await desk.api.as(eve).post(`${QUARANTINE}${id}/discard/`, {}), 403);
  });
});
