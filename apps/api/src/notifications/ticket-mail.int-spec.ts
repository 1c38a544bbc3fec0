import type { ParsedMail } from 'mailparser';
import { drain } from '../../test/drain.js';
import { type MailServer, startMailServer } from '../../test/mail-server.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let server: MailServer;
let ada: Person;
let bob: Person;
let cat: Person;

beforeAll(async () => {
  server = await startMailServer();
  api = await startApi({
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: 'help@example.com',
    INBOUND_ADDRESS: 'support@example.com',
    PUBLIC_URL: 'https://help.example.com',
    MAIL_GATHER_SECONDS: '60',
  });
});
afterAll(async () => {
  await api.stop();
  await server.stop();
});
beforeEach(async () => {
  await api.db.client.query(`update users set is_active = false`);
  [ada, bob, cat] = await Promise.all([
    makeUser(api, { first: 'Ada', last: 'Lovelace' }),
    makeAdmin(api, { first: 'Bob', last: 'Brown' }),
    makeAdmin(api, { first: 'Cat', last: 'Clay' }),
  ]);
  await send();
});

/** The minute is over: what was gathered goes out. */
async function send(): Promise<ParsedMail[]> {
  await drain(api);
  await api.db.client.query(
    'update deliveries set next_try_at = now() where done_at is null and dead_at is null',
  );
  server.mails.length = 0;
  await drain(api);
  return [...server.mails];
}
const addressOf = (mail: ParsedMail) => [mail.to].flat()[0]!.text;
/** Who got how many mails, by first name. */
const received = (mails: ParsedMail[]) => {
  const names = new Map([
    [ada.email, 'Ada'],
    [bob.email, 'Bob'],
    [cat.email, 'Cat'],
  ]);
  return mails
    .map((mail) => names.get(addressOf(mail)) ?? addressOf(mail))
    .sort()
    .join(' ');
};
const to = (mails: ParsedMail[], { email }: Person) => mails.find((mail) => addressOf(mail) === email)!;
const patch = async (person: Person, path: string, body: object) =>
  expect((await api.as(person).patch(`/api/tickets/${path}`, body)).status).toBe(200);

/** A ticket of Ada's that Bob has, of which everybody has been told. */
async function bobsTicket(fields = {}): Promise<number> {
  const { id } = await makeTicket(api, ada, fields);
  await patch(bob, `${id}/`, { assigned_to: bob.id });
  await send();
  return id;
}

/** It was resolved five days ago, and that it will be closed is said now. */
async function aboutToClose(id: number): Promise<void> {
  await patch(bob, `${id}/update_status/`, { status: 'resolved' });
  await send();
  await api.db.client.query(`update tickets set resolved_at = now() - interval '5 days' where id = $1`, [id]);
  await api.db.client.query(`update schedules set next_run_at = now() where name = 'close-resolved-tickets'`);
  await drain(api);
}

describe('who gets a mail', () => {
  it('of a new ticket: its author that it is here, all active admins that it is new', async () => {
    await makeTicket(api, ada, { description: 'Smoke **everywhere**.' });
    const mails = await send();
    expect(received(mails)).toBe('Ada Bob Cat');
    expect(to(mails, ada).text).toContain('We have your ticket.');
    expect(to(mails, ada).text).not.toContain('Smoke'); // what strangers type goes to no address that they type
    expect(to(mails, bob).text).toContain(
      'Ada Lovelace opened a ticket (bug, priority medium):\n\n    Smoke **everywhere**.',
    );
  });
  it('of an assignment: the new assignee; nobody who takes it', async () => {
    const id = await bobsTicket();
    await patch(bob, `${id}/`, { assigned_to: cat.id });
    const mails = await send();
    expect(received(mails)).toBe('Cat');
    expect(mails[0]!.text).toContain('Bob Brown assigned the ticket to you.');
    await patch(bob, `${id}/`, { assigned_to: bob.id });
    expect(await send()).toEqual([]);
  });
  it('of a status: requester and assignee, in the words of each', async () => {
    const id = await bobsTicket();
    await patch(cat, `${id}/update_status/`, { status: 'pending_user' });
    const mails = await send();
    expect(received(mails)).toBe('Ada Bob');
    expect(to(mails, ada).text).toContain('Cat Clay changed the status to “Waiting for you”.');
    expect(to(mails, bob).text).toContain('Cat Clay changed the status to “Pending”.');
  });
  it('of feedback: the requester, with the status', async () => {
    const id = await bobsTicket();
    await patch(bob, `${id}/update_status/`, { status: 'resolved', admin_feedback: 'New cable.' });
    const mails = await send();
    expect(received(mails)).toBe('Ada');
    expect(mails[0]!.text).toContain(
      'changed the status to “Resolved”. The support team says:\n\n    New cable.',
    );
  });
  it('of a comment: the other side; where nobody has the ticket, all admins', async () => {
    const id = await bobsTicket();
    await makeComment(api, ada, id, { content: 'Any news?' });
    expect(received(await send())).toBe('Bob');
    await makeComment(api, bob, id, { content: 'Soon.' });
    expect(received(await send())).toBe('Ada');
    const free = await makeTicket(api, ada);
    await send();
    await makeComment(api, ada, free.id);
    expect(received(await send())).toBe('Bob Cat');
  });
  it('of a note: the assignee and admins who wrote; never the requester', async () => {
    const id = await bobsTicket();
    await makeComment(api, cat, id, { content: 'canary-note', is_internal: true });
    const mails = await send();
    expect(received(mails)).toBe('Bob');
    expect(mails[0]!.text).toContain('internal note. Only admins see it:\n\n    canary-note');
    await makeComment(api, bob, id, { content: 'canary-note', is_internal: true });
    expect(received(await send())).toBe('Cat');
  });
  it('of a note and a public comment: two mails, for an answer to the first is a note', async () => {
    const id = await bobsTicket();
    await makeComment(api, cat, id, { content: 'for all' });
    await makeComment(api, cat, id, { content: 'canary-note', is_internal: true });
    const mails = (await send()).filter((mail) => addressOf(mail) === bob.email);
    expect(mails.map(({ text }) => /for all|canary-note/.exec(text!)?.[0]).sort()).toEqual([
      'canary-note',
      'for all',
    ]);
  });
  it("of many new tickets of an unproven address: three an hour, for it may be a stranger's", async () => {
    for (let i = 0; i < 5; i++) {
      await makeTicket(api, ada);
      await send();
    }
    await makeTicket(api, ada);
    expect(received(await send())).toBe('Bob Cat');
    await api.db.client.query(`update users set email_verified_at = now() where id = $1`, [ada.id]);
    await makeTicket(api, ada);
    expect(received(await send())).toBe('Ada Bob Cat');
  });
  it('of a resolution: the requester is asked how it was, by links that rate with one more click', async () => {
    const id = await bobsTicket();
    await patch(cat, `${id}/update_status/`, { status: 'resolved' });
    const mails = await send();
    expect(received(mails)).toBe('Ada Bob');
    expect(to(mails, bob).text).not.toContain('/rate/');
    const links = to(mails, ada).text!.match(/https:\/\/help\.example\.com\/rate\/\S+/g)!;
    expect(links.map((link) => link.slice(-8))).toEqual([5, 4, 3, 2, 1].map((score) => `?score=${score}`));
    expect(to(mails, ada).html).toContain(`href="${links[0]}"`);
    const token = new URL(links[3]!).pathname.slice('/rate/'.length);
    expect((await api.post('/api/ratings/look_up/', { token })).body.ticket.id).toBe(id);
    expect((await api.post('/api/ratings/by_link/', { token, score: 2 })).status).toBe(201);
  });
  it('of a resolution that was rated or taken back meanwhile: nobody is asked', async () => {
    for (const meanwhile of [
      (id: number) => api.as(ada).post(`/api/tickets/${id}/rating/`, { score: 5 }),
      (id: number) => api.as(ada).post(`/api/tickets/${id}/reopen/`),
    ]) {
      const id = await bobsTicket();
      await patch(cat, `${id}/update_status/`, { status: 'resolved' });
      await meanwhile(id);
      const mail = to(await send(), ada);
      expect(mail.text).toContain('“Resolved”');
      expect(mail.text).not.toContain('/rate/');
    }
  });
  it('of a ticket that is about to be closed: the requester', async () => {
    const id = await bobsTicket();
    await aboutToClose(id);
    const mails = await send();
    expect(received(mails)).toBe('Ada');
    const day = new Date(Date.now() + 2 * 86_400_000);
    const words = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    expect(mails[0]!.text).toContain(`We close #${id} on ${words.format(day)} unless you write.`);
    const { body } = await api.as(ada).get('/api/notifications/');
    expect(body.results[0]).toMatchObject({ kind: 'closing_soon', ticket: { id }, actor: null });
    expect(Math.abs(Date.parse(body.results[0].excerpt) - Number(day))).toBeLessThan(60_000);
  });
  it('of a ticket that was about to be closed until somebody wrote: nobody is told that it will be', async () => {
    const id = await bobsTicket();
    await aboutToClose(id);
    await makeComment(api, ada, id);
    expect(received(await send())).toBe('Bob');
  });
  it('of what happens to a deleted ticket: nobody', async () => {
    const id = await bobsTicket();
    await makeComment(api, ada, id);
    await drain(api);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    expect(await send()).toEqual([]);
  });
});

describe('between an event and its mail', () => {
  const set = (text: string, person: Person) =>
    api.db.client.query(`update users set ${text} where id = $1`, [person.id]);
  const nothing = { preferences: [{ kind: 'comment_added', channel: 'email', enabled: false }] };

  it.each<[string, (id: number) => Promise<unknown>]>([
    ['demoted', () => set(`role = 'user'`, bob)],
    ['deactivated', () => set('is_active = false', bob)],
    ['asked to hear nothing more of the ticket', (id) => api.as(bob).post(`/api/tickets/${id}/mute/`)],
    [
      'switched mails about comments off',
      () => api.as(bob).patch('/api/notifications/preferences/', nothing),
    ],
  ])('somebody was %s: no mail', async (_, change) => {
    const id = await bobsTicket();
    await makeComment(api, ada, id);
    await drain(api);
    await change(id);
    expect(await send()).toEqual([]);
    const { rows } = await api.db.client.query(
      'select 1 from deliveries where done_at is null and dead_at is null',
    );
    expect(rows).toEqual([]);
  });
  it('the requester was deactivated: no mail', async () => {
    const id = await bobsTicket();
    await makeComment(api, bob, id);
    await drain(api);
    await set('is_active = false', ada);
    expect(await send()).toEqual([]);
  });
  it('an admin became a user: the public word about the own ticket is left, the note is not', async () => {
    const { id } = await makeTicket(api, bob);
    await patch(cat, `${id}/`, { assigned_to: bob.id });
    await send();
    await makeComment(api, cat, id, { content: 'canary-note', is_internal: true });
    await makeComment(api, cat, id, { content: 'A public word.' });
    await drain(api);
    await set(`role = 'user'`, bob);
    const mails = await send();
    expect(received(mails)).toBe('Bob');
    expect(mails[0]!.text).toContain('A public word.');
    expect(`${mails[0]!.text}${mails[0]!.html}`).not.toMatch(/canary-note|internal/);
  });
  it('the ticket was given to somebody else: who had it for a moment is not told', async () => {
    const { id } = await makeTicket(api, ada);
    await send();
    const dan = await makeAdmin(api);
    await patch(dan, `${id}/`, { assigned_to: bob.id });
    await patch(dan, `${id}/`, { assigned_to: cat.id });
    expect(received(await send())).toBe('Cat');
  });
});

describe('several changes within a minute', () => {
  it('are one mail to each, in their order', async () => {
    const id = await bobsTicket();
    await patch(cat, `${id}/update_status/`, { status: 'in_progress' });
    await makeComment(api, cat, id, { content: 'On its way.' });
    await patch(cat, `${id}/update_status/`, { status: 'resolved', admin_feedback: 'New cable.' });
    const mails = await send();
    expect(received(mails)).toBe('Ada Bob');
    const { rows } = await api.db.client.query<{ first: string }>(
      `select min(id) as first from events where ticket_id = $1 and type = 'ticket.status_changed'`,
      [id],
    );
    expect(to(mails, ada).messageId).toContain(`-event-${rows[0]!.first}-user-${ada.id}.`);
    expect(to(mails, ada).text).toMatch(/“In work”[^]*On its way\.[^]*“Resolved”[^]*New cable\./);
  });
  it('on two tickets are two mails', async () => {
    const [one, other] = [await bobsTicket(), await bobsTicket()];
    await makeComment(api, bob, one);
    await makeComment(api, bob, other);
    const subjects = new Set((await send()).map(({ subject }) => subject));
    expect(subjects).toEqual(new Set([`[#${one}] Printer on fire`, `[#${other}] Printer on fire`]));
  });
});

describe('the head of a mail', () => {
  const header = (mail: ParsedMail, name: string) =>
    mail.headerLines.find(({ key }) => key === name)?.line ?? '';

  it('says that a machine sent it, and where answers go', async () => {
    const id = await bobsTicket();
    await makeComment(api, bob, id);
    const [mail] = (await send()) as [ParsedMail];
    expect(header(mail, 'auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(header(mail, 'x-auto-response-suppress')).toBe('X-Auto-Response-Suppress: All');
    expect(mail.from!.text).toBe('help@example.com');
    expect(mail.replyTo!.text).toMatch(
      new RegExp(`^support\\+t${id}\\.${ada.id}\\.[0-9a-f]{20}@example\\.com$`),
    );
    expect(mail.text).toContain(`Open the ticket: https://help.example.com/tickets/${id}\n`);
    expect(mail.text).toContain('Answer this mail to comment on the ticket.');
    expect(mail.text).toContain('https://help.example.com/account#notifications');
  });
  it('makes one conversation of all mails about a ticket to one person', async () => {
    const { id } = await makeTicket(api, ada);
    const first = to(await send(), ada);
    await makeComment(api, bob, id);
    const second = to(await send(), ada);
    await patch(bob, `${id}/update_status/`, { status: 'resolved' });
    const third = to(await send(), ada);
    expect([first.inReplyTo, first.references]).toEqual([undefined, undefined]);
    for (const mail of [second, third]) {
      expect([mail.inReplyTo, [mail.references].flat()]).toEqual([first.messageId, [first.messageId]]);
    }
    expect(new Set([first, second, third].map(({ messageId }) => messageId)).size).toBe(3);
    expect(new Set([first, second, third].map(({ subject }) => subject)).size).toBe(1);
  });
  it('makes one also for who never got the first: all follow one id that is theirs alone', async () => {
    const id = await bobsTicket();
    await patch(bob, `${id}/`, { assigned_to: cat.id });
    const first = to(await send(), cat);
    await makeComment(api, ada, id);
    const second = to(await send(), cat);
    expect(second.inReplyTo).toBe(first.inReplyTo);
    expect(first.inReplyTo).toMatch(new RegExp(`^<ticket-${id}-event-\\d+-user-${cat.id}\\.`));
  });
  it('has the same Message-ID, and the same content, when its process died before it could note that it was sent', async () => {
    const id = await bobsTicket();
    await makeComment(api, bob, id, { content: 'First.' });
    const [sent] = (await send()) as [ParsedMail];
    await api.db.client.query(
      `update deliveries set done_at = null, leased_until = now() - interval '1 second',
          next_try_at = now() + interval '1 minute'
        where handler = 'mail-ticket' and recipient = $1
          and event_id = (select max(id) from events where ticket_id = $2)`,
      [`user:${ada.id}`, id],
    );
    await makeComment(api, bob, id, { content: 'Second.' });
    const mails = await send();
    expect(mails).toHaveLength(2);
    const [again] = mails.filter(({ messageId }) => messageId === sent.messageId);
    expect(again?.text).toBe(sent.text);
    expect(mails.find((mail) => mail !== again)?.text).toContain('Second.');
  });
  it('has no line that a title brought with it', async () => {
    const title = 'Fire\r\nBcc: eve@example.com\r\n\r\n<script>\u0007\u202egnp';
    const id = await bobsTicket({ title });
    await makeComment(api, bob, id);
    const [mail] = (await send()) as [ParsedMail];
    expect(mail.subject).toBe(`[#${id}] Fire Bcc: eve@example.com <script> gnp`);
    expect([mail.bcc, mail.cc, received([mail])]).toEqual([undefined, undefined, 'Ada']);
  });
});

describe('what people wrote', () => {
  it('is text in HTML, whatever it looks like', async () => {
    const id = await bobsTicket();
    await makeComment(api, bob, id, {
      content: '<img src=x onerror=alert(1)>\n"&\' **bold** ![](https://evil.example/x.png)',
    });
    const [mail] = (await send()) as [ParsedMail];
    expect(mail.html).toContain(
      '&lt;img src=x onerror=alert(1)&gt;<br>\n&quot;&amp;&#39; **bold** ![](https://evil.example/x.png)',
    );
    expect(mail.html).not.toMatch(/<img|<script|src="/);
    expect(mail.text).toContain('    <img src=x onerror=alert(1)>\n    "&\' **bold**');
  });
  it('arrives whole in any script', async () => {
    const id = await bobsTicket({ title: 'Drucker brennt: 🔥 日本語' });
    await makeComment(api, bob, id, { content: 'Grüße 👩‍🚒 — 日本語' });
    const [mail] = (await send()) as [ParsedMail];
    expect([mail.subject, mail.text]).toEqual([
      `[#${id}] Drucker brennt: 🔥 日本語`,
      expect.stringContaining('Grüße 👩‍🚒 — 日本語'),
    ]);
  });
});
