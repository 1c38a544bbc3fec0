import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secrets } from '../src/platform/config/secrets.js';
import type { MailFacts } from '../src/inbound-mail/classify-mail.js';
import { findThread, isOurOwn } from '../src/inbound-mail/find-thread.js';
import { MessageIds } from '../src/inbound-mail/message-ids.js';
import { parseMail } from '../src/inbound-mail/parse-mail.js';
import type { ParsedMail } from '../src/inbound-mail/parsed-mail.js';
import { ReplyAddresses } from '../src/inbound-mail/reply-address.js';

/**
 * The world that the mails of `test/mails` were written for: who has an account, which tickets there are, and the
 * keys that signed their reply addresses.
 */
const SECRETS = new Secrets('fixture-secret-fixture-secret-32', 'fixture-secret-before-that-one-32');

export const OWN = {
  replyAddresses: new ReplyAddresses(SECRETS, 'support@help.example.com'),
  messageIds: new MessageIds(SECRETS, 'help.example.com'),
  mailFrom: 'support@help.example.com',
};

export const DORA = 1;
export const ADA = 7;

const PEOPLE = new Map([
  ['dora@example.com', { id: DORA, isActive: true, isVerified: true }],
  ['ada@example.org', { id: ADA, isActive: true, isVerified: true }],
  ['bob@example.org', { id: 8, isActive: true, isVerified: false }],
  ['carl@example.org', { id: 9, isActive: false, isVerified: true }],
]);

/** 44 is deleted: nobody sees it. */
const TICKETS = new Map([
  [42, { requester: ADA, isClosed: false }],
  [43, { requester: ADA, isClosed: true }],
  [45, { requester: 8, isClosed: false }],
]);

const FOLDER = join(import.meta.dirname, 'mails');

export function mailNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length));
}

export function mailSource(name: string): Buffer {
  return readFileSync(join(FOLDER, `${name}.eml`));
}

/** A mail that can be read. */
export async function readMail(name: string): Promise<ParsedMail> {
  const parsed = await parseMail(mailSource(name));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem}`);
  return parsed.mail;
}

/** What the caller of `classifyMail` looks up. */
export function factsOf(mail: ParsedMail, changed: Partial<MailFacts> = {}): MailFacts {
  return {
    isKnown: false,
    isOurOwn: isOurOwn(mail, OWN),
    sender: PEOPLE.get(mail.from ?? '') ?? null,
    thread: threadOf(mail),
    recent: { ofSender: 0, onTicket: 0 },
    trustedServer: 'mx.help.example.com',
    ...changed,
  };
}

function threadOf(mail: ParsedMail): MailFacts['thread'] {
  const named = findThread(mail, OWN);
  if (named?.kind !== 'ours') return named;
  const ticket = TICKETS.get(named.ticketId);
  const isVisible = ticket !== undefined && (named.userId === DORA || named.userId === ticket.requester);
  return { ...named, isVisible, mayComment: isVisible && (named.userId === DORA || !ticket.isClosed) };
}
