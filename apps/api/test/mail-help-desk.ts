import { AccessTokens } from '../src/auth/access-tokens.js';
import { randomUUID } from 'node:crypto';
import type { InboundMailView } from '@ticketing/contracts';
import { drain } from './drain.js';
import type { Person } from './make.js';
import { mailSource } from './mail-world.js';
import { type Answer, startApi, type TestApi } from './start-api.js';

export const INBOUND_SECRET = 'Hq3v9QpL7xT2mWcY8rBn5HdJ4fGs6AeU0oIq';

/** The keys, addresses and names that the mails of `test/mails` were written for (`mail-world.ts`). */
export const MAIL_ENV = {
  SECRET_KEY: 'fixture-secret-fixture-secret-32',
  SECRET_KEY_PREVIOUS: 'fixture-secret-before-that-one-32',
  PUBLIC_URL: 'http://help.example.com',
  MAIL_FROM: 'support@help.example.com',
  INBOUND_ADDRESS: 'support@help.example.com',
  INBOUND_SECRET,
  TRUSTED_MAIL_SERVER: 'mx.help.example.com',
};

/** A help desk with the people and tickets of `mail-world.ts`. */
export interface MailHelpDesk {
  api: TestApi;
  /** Admin. */
  dora: Person;
  /** Requester of 42, 43 (closed) and 44 (deleted). */
  ada: Person;
  /** Hands a mail over as a mail server does. */
  deliver(source: Buffer | string, headers?: Record<string, string>): Promise<Answer>;
  /** Hands it over, does everything that follows, and reads what became of it. */
  settle(source: Buffer | string): Promise<InboundMailView>;
  /** The same with a mail of `test/mails`. */
  settleFixture(name: string): Promise<InboundMailView>;
  /** Forgets every mail, comment and ticket but those that it began with. */
  reset(): Promise<void>;
  /** What the person sees at the address. */
  read(person: Person, path: string): Promise<any>;
}

export async function startMailHelpDesk(variables: Record<string, string> = {}): Promise<MailHelpDesk> {
  const api = await startApi({ ...MAIL_ENV, ...variables });
  const dora = await insertPerson(api, 1, 'dora@example.com', { role: 'admin' });
  const ada = await insertPerson(api, 7, 'ada@example.org');
  await insertPerson(api, 8, 'bob@example.org', { isVerified: false });
  await insertPerson(api, 9, 'carl@example.org', { isActive: false });
  await insertTickets(api);
  await api.db.client.query(`select setval(pg_get_serial_sequence('users', 'id'), 1000)`);

  const deliver: MailHelpDesk['deliver'] = (source, headers = {}) =>
    api.post('/api/inbound/mail/', source, {
      'content-type': 'message/rfc822',
      authorization: `Bearer ${INBOUND_SECRET}`,
      ...headers,
    });
  const read: MailHelpDesk['read'] = async (person, path) => (await api.as(person).get(path)).body;
  const settle: MailHelpDesk['settle'] = async (source) => {
    const { status, body } = await deliver(source);
    if (status !== 202) throw new Error(JSON.stringify(body));
    await drain(api);
    return read(dora, `/api/admin/quarantine/${body.id}/`);
  };
  const reset = async () => {
    await api.db.client.query('truncate tickets, ticket_comments, inbound_mails, events cascade');
    await insertTickets(api);
  };
  const settleFixture: MailHelpDesk['settleFixture'] = (name) => settle(mailSource(name));
  return { api, dora, ada, deliver, settle, settleFixture, reset, read };
}

const TICKETS: [id: number, userId: number, status: string, isDeleted: boolean][] = [
  [42, 7, 'open', false],
  [43, 7, 'closed', false],
  [44, 7, 'open', true],
  [45, 8, 'open', false],
];

async function insertPerson(
  api: TestApi,
  id: number,
  email: string,
  facts: { role?: 'admin' | 'user'; isVerified?: boolean; isActive?: boolean } = {},
): Promise<Person> {
  const { role = 'user', isVerified = true, isActive = true } = facts;
  const [name = ''] = email.split('@');
  await api.db.client.query(
    `insert into users (id, role, email, email_canonical, first_name, last_name, password_hash, is_active,
       email_verified_at)
     overriding system value values ($1, $2, $3, $3, $4, 'X', 'none', $5, $6)`,
    [id, role, email, name, isActive, isVerified ? new Date() : null],
  );
  const sessionId = randomUUID();
  await api.db.client.query(
    `insert into sessions (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [sessionId, id],
  );
  return { id, email, role, sessionId, token: api.app.get(AccessTokens).sign(id, sessionId) };
}

async function insertTickets(api: TestApi): Promise<void> {
  for (const ticket of TICKETS) await insertTicket(api, ...ticket);
  await api.db.client.query(`select setval(pg_get_serial_sequence('tickets', 'id'), 1000)`);
}

async function insertTicket(
  api: TestApi,
  id: number,
  userId: number,
  status: string,
  isDeleted: boolean,
): Promise<void> {
  await api.db.client.query(
    `insert into tickets (id, user_id, title, description, category, priority, status, closed_at, deleted_at,
       created_at, updated_at)
     overriding system value
     values ($1, $2, 'Printer on floor 3 is jammed', 'Paper.', 'bug', 'medium', $3, $4, $5, now(), now())`,
    [id, userId, status, status === 'closed' ? new Date() : null, isDeleted ? new Date() : null],
  );
}

let written = 0;

/** A mail of few words. `headers` come before all others. */
export function mailOf(facts: {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  messageId?: string | null;
  headers?: string[];
}): string {
  written += 1;
  const {
    from = 'ada@example.org',
    to = MAIL_ENV.INBOUND_ADDRESS,
    subject = 'Printer',
    text = 'Jammed.',
  } = facts;
  const { messageId = `<test-${written}@mail.example.org>`, headers = [] } = facts;
  return [
    ...headers,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
}
