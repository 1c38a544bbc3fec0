import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { EventHandlers } from '../platform/events/event-handlers.js';
import { EventLog } from '../platform/events/event-log.js';
import { ProblemError } from '../platform/http/problem.js';
import { Log } from '../platform/logging/log.js';
import { UsersRepository } from '../users/index.js';
import { classifyMail, type MailFacts, type Verdict } from './classify-mail.js';
import { InboundMailsRepository } from './inbound-mails.repository.js';
import { type MailEventData, mailNoted } from './mail.events.js';
import { MailFactsFinder } from './mail-facts.js';
import {
  contentOf,
  filed,
  held,
  type MailContent,
  type MailOutcome,
  messageKeyOf,
  noted,
  peopleOf,
} from './mail-record.js';
import { MailWriter } from './mail-writer.js';
import { parseMail } from './parse-mail.js';
import type { MailParse, ParsedMail } from './parsed-mail.js';

/** What fails so often fails for ever: somebody has to see the mail. */
const MOST_TRIES = 5;

/** Of mails of strangers that nothing was made of: anybody can send them, and each may wait for weeks. */
const MOST_BYTES_OF_STRANGERS = 1024 * 1024;

/**
 * Reads what arrived and does what it comes to. Judging, writing and noting that it was done are one transaction:
 * a process that dies files nothing by halves, and the next one files nothing twice.
 */
@Injectable()
export class MailFiler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly database: Database,
    private readonly mails: InboundMailsRepository,
    private readonly facts: MailFactsFinder,
    private readonly users: UsersRepository,
    private readonly writer: MailWriter,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'file-mail',
      types: ['mail.received'],
      queue: 'maintenance',
      patience: 'day',
      handle: ({ tries, events: [{ data }] }) => this.file((data as MailEventData).mail_id, tries),
    });
  }

  /** @param tries this one included */
  async file(id: number, tries = 1): Promise<void> {
    const stored = await this.mails.findRaw(id);
    if (stored?.state !== 'received' || !stored.raw) return;
    // not even the last try came to an end: what reads it may be what dies
    if (tries > MOST_TRIES) return this.hold(id);
    await this.fileRead(id, await parseMail(stored.raw), tries); // before the transaction: it may take seconds
  }

  private async fileRead(id: number, parsed: MailParse, tries: number): Promise<void> {
    try {
      const outcome = await this.database.transaction((tx) => this.fileIn(tx, id, parsed));
      if (outcome) this.log.info('mail filed', { mailId: id, ...factsOf(outcome) });
    } catch (error) {
      if (!isFinal(error, tries)) throw error;
      this.log.warn('mail cannot be filed', { mailId: id, error });
      await this.holdRead(id, parsed);
    }
  }

  /** With what it says, unless that is what cannot be kept. */
  private holdRead(id: number, parsed: MailParse): Promise<void> {
    const content = parsed.ok ? contentOf(parsed.mail, this.facts.trustedServer) : {};
    return this.hold(id, content).catch(() => this.hold(id));
  }

  /** For an admin to see, whatever is wrong with it. */
  private hold(id: number, content: Partial<MailContent> = {}): Promise<void> {
    return this.database.transaction(async (tx) => {
      const row = await this.mails.lock(tx, id);
      if (row?.state === 'received') await this.settle(tx, id, { ...content, ...held('filing_failed') });
    });
  }

  private async fileIn(tx: Tx, id: number, parsed: MailParse): Promise<MailOutcome | undefined> {
    const row = await this.mails.lock(tx, id);
    if (row?.state !== 'received') return undefined; // somebody else did it meanwhile
    if (!parsed.ok) return this.settleStranger(tx, id, held('malformed'));
    const { mail } = parsed;
    const facts = await this.facts.find(tx, id, mail);
    const verdict = classifyMail(mail, facts);
    const outcome = await this.act(tx, id, mail, facts, verdict);
    const settled = {
      ...contentOf(mail, this.facts.trustedServer),
      ...peopleOf(facts),
      messageKey: facts.isKnown ? null : messageKeyOf(mail),
      ...outcome,
    };
    return facts.sender ? this.settle(tx, id, settled) : this.settleStranger(tx, id, settled);
  }

  private async settleStranger(tx: Tx, id: number, mail: MailOutcome): Promise<MailOutcome> {
    await this.mails.shorten(tx, id, MOST_BYTES_OF_STRANGERS);
    return this.settle(tx, id, mail);
  }

  private async settle<Outcome extends MailOutcome>(tx: Tx, id: number, mail: Outcome): Promise<MailOutcome> {
    await this.mails.settle(tx, id, mail);
    return mail;
  }

  private async act(
    tx: Tx,
    id: number,
    mail: ParsedMail,
    facts: MailFacts,
    verdict: Verdict,
  ): Promise<MailOutcome> {
    switch (verdict.kind) {
      case 'comment':
        return filed('comment', await this.comment(tx, mail, verdict));
      case 'ticket':
        return filed('ticket', await this.ticket(tx, mail, verdict));
      case 'bounce':
      case 'auto_reply':
        return this.note(tx, id, facts, verdict);
      case 'quarantine':
        return held(verdict.reason);
      default:
        return noted(verdict.kind);
    }
  }

  private async comment(
    tx: Tx,
    mail: ParsedMail,
    { userId, ticketId }: { userId: number; ticketId: number },
  ) {
    const author = await this.users.findIn(tx, userId);
    return this.writer.comment(tx, author!, ticketId, mail);
  }

  private async ticket(
    tx: Tx,
    mail: ParsedMail,
    { userId, follows }: { userId: number; follows: number | null },
  ) {
    const requester = await this.users.findIn(tx, userId);
    return this.writer.ticket(tx, requester!, mail, follows);
  }

  /**
   * On the ticket that it is about, when there is one: internal, and nothing else changes. Machines never tire: beyond
   * some in an hour the history says nothing new, and the mail is kept with the ticket all the same.
   */
  private async note(
    tx: Tx,
    id: number,
    { thread }: MailFacts,
    { kind, ticketId }: { kind: 'bounce' | 'auto_reply'; ticketId: number | null },
  ): Promise<MailOutcome> {
    if (ticketId === null || thread?.kind !== 'ours' || !thread.isVisible) return noted(kind);
    if (!(await this.facts.isNotedEnough(tx, ticketId))) {
      await this.events.append(tx, mailNoted(ticketId, { id, kind, user_id: thread.userId }));
    }
    return { ...noted(kind), ticketId };
  }
}

/** A rule says the same next time; anything else may have been the moment. */
function isFinal(error: unknown, tries: number): boolean {
  return error instanceof ProblemError || tries >= MOST_TRIES;
}

/** Ids and words of ours; nothing that strangers wrote. */
function factsOf({ state, verdict, reason, ticketId, commentId }: MailOutcome) {
  return { state, verdict, reason, ticketId, commentId };
}
