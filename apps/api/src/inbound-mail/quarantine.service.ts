import { Injectable } from '@nestjs/common';
import type { AcceptMailAs, InboundMailView } from '@ticketing/contracts';
import { Invitations } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import { TicketsRepository } from '../tickets/index.js';
import { type UserEntity, UsersRepository } from '../users/index.js';
import type { AcceptMailDto } from './dto/accept-mail.dto.js';
import {
  mailAlreadyDecided,
  mailNotFound,
  mailUnreadable,
  nobodyToAcceptAs,
  ticketNeeded,
  ticketOutOfSight,
} from './inbound-mail.problems.js';
import { InboundMailsRepository, type MailRow } from './inbound-mails.repository.js';
import { mailAccepted, type MailAcceptedData, mailDiscarded } from './mail.events.js';
import { MailWriter } from './mail-writer.js';
import { parseMail } from './parse-mail.js';
import type { ParsedMail } from './parsed-mail.js';
import { isUndecided } from './quarantine.presenter.js';
import { QuarantineReader } from './quarantine-reader.js';

/** What admins decide about mails that did not file themselves. Of two who decide, the second is told. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly database: Database,
    private readonly mails: InboundMailsRepository,
    private readonly reader: QuarantineReader,
    private readonly writer: MailWriter,
    private readonly users: UsersRepository,
    private readonly tickets: TicketsRepository,
    private readonly invitations: Invitations,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /**
   * Files the mail as that person, by the rules that hold for the person.
   * @throws ProblemError 404; 409 when it is decided, cannot be read, or the ticket's state forbids it; 400
   */
  async accept(actor: Actor, id: number, body: AcceptMailDto): Promise<InboundMailView> {
    const mail = await this.readSource(id);
    const invitation = await this.invitations.prepare();
    await this.database.transaction(async (tx) => {
      const row = await this.lockUndecided(tx, id);
      const found = await this.personFor(tx, body, row);
      const person = found ?? (await this.invitations.send(tx, actor, invitation, guestOf(mail, row)));
      const where = await this.file(tx, person, body, mail);
      const isSender = person.emailCanonical === row.sender; // new, too: the account was made a moment ago
      const senderUserId = isSender ? person.id : null;
      await this.mails.decide(tx, id, { state: 'accepted', adminId: actor.id, senderUserId, ...where });
      await this.events.append(tx, mailAccepted(actor.id, acceptedAs(id, body.as, person, where)));
    });
    this.log.info('mail accepted', { mailId: id, as: body.as });
    return this.reader.read(id);
  }

  /** @throws ProblemError 404, 409 when it is decided already */
  async discard(actor: Actor, id: number): Promise<InboundMailView> {
    await this.database.transaction(async (tx) => {
      await this.lockUndecided(tx, id);
      await this.mails.decide(tx, id, { state: 'discarded', adminId: actor.id });
      await this.events.append(tx, mailDiscarded(id, actor.id));
    });
    this.log.info('mail discarded', { mailId: id });
    return this.reader.read(id);
  }

  private async readSource(id: number): Promise<ParsedMail> {
    const stored = await this.mails.findRaw(id);
    if (!stored) throw mailNotFound();
    if (!isUndecided(stored)) throw mailAlreadyDecided();
    const parsed = stored.raw && (await parseMail(stored.raw));
    if (!parsed?.ok) throw mailUnreadable();
    return parsed.mail;
  }

  private async lockUndecided(tx: Tx, id: number): Promise<MailRow> {
    const row = await this.mails.lock(tx, id);
    if (!row) throw mailNotFound();
    if (!isUndecided(row)) throw mailAlreadyDecided();
    return row;
  }

  /** Null: nobody has the address yet, and a ticket makes an account for it. */
  private personFor(tx: Tx, { as, user_id }: AcceptMailDto, row: MailRow): Promise<UserEntity | null> {
    return user_id === undefined ? this.senderOf(tx, as, row) : this.named(tx, user_id);
  }

  private async named(tx: Tx, id: number): Promise<UserEntity> {
    const person = await this.users.findIn(tx, id);
    if (!person?.isActive) throw nobodyToAcceptAs('There is no active person with this id.');
    return person;
  }

  private async senderOf(tx: Tx, as: AcceptMailAs, { sender }: MailRow): Promise<UserEntity | null> {
    if (sender === null) throw nobodyToAcceptAs('The mail does not say who sent it: say as whom.');
    const person = await this.users.findByEmailIn(tx, sender);
    if (person?.isActive === false) {
      throw nobodyToAcceptAs('The account of the sender is closed: say as whom.');
    }
    if (!person && as === 'comment') throw nobodyToAcceptAs('The sender has no account: say as whom.');
    return person;
  }

  private async file(tx: Tx, person: UserEntity, { as, ticket_id }: AcceptMailDto, mail: ParsedMail) {
    if (as === 'ticket') return this.writer.ticket(tx, person, mail);
    if (ticket_id === undefined) throw ticketNeeded();
    if (!(await this.tickets.lockIfVisible(tx, person, ticket_id))) throw ticketOutOfSight();
    return this.writer.comment(tx, person, ticket_id, mail);
  }
}

function acceptedAs(
  mailId: number,
  as: AcceptMailAs,
  person: UserEntity,
  { ticketId, commentId = null }: { ticketId: number; commentId?: number | null },
): MailAcceptedData {
  return { mail_id: mailId, as, user_id: person.id, ticket_id: ticketId, comment_id: commentId };
}

/** Whom the account is for, as far as the mail says. */
function guestOf({ fromName }: ParsedMail, { sender }: MailRow): { email: string; name: string } {
  return { email: sender!, name: fromName };
}
