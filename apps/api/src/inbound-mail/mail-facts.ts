import { Injectable } from '@nestjs/common';
import { Env } from '../platform/config/env.js';
import type { Tx } from '../platform/database/database.js';
import { may, ticketPolicy, TicketsRepository } from '../tickets/index.js';
import { type UserEntity, UsersRepository } from '../users/index.js';
import { MAIL_QUOTA, type MailFacts } from './classify-mail.js';
import { findThread, isOurOwn } from './find-thread.js';
import { failsAuthentication } from './machine-signs.js';
import { MailFactsRepository } from './mail-facts.repository.js';
import { MailIdentity } from './mail-identity.js';
import { messageKeyOf } from './mail-record.js';
import type { ParsedMail } from './parsed-mail.js';

/** Looks up what `classifyMail` has to know, in the transaction that acts on its verdict. */
@Injectable()
export class MailFactsFinder {
  readonly trustedServer: string | null;

  constructor(
    private readonly repository: MailFactsRepository,
    private readonly users: UsersRepository,
    private readonly tickets: TicketsRepository,
    private readonly identity: MailIdentity,
    env: Env,
  ) {
    this.trustedServer = env.TRUSTED_MAIL_SERVER ?? null;
  }

  async find(tx: Tx, id: number, mail: ParsedMail): Promise<MailFacts> {
    if (mail.from !== null) await this.repository.queueUp(tx, mail.from);
    const messageKey = messageKeyOf(mail);
    const user = mail.from === null ? null : await this.users.findByEmailIn(tx, mail.from);
    const thread = await this.threadOf(tx, mail);
    return {
      isKnown: messageKey !== null && (await this.repository.isKnown(tx, messageKey, id)),
      isOurOwn: isOurOwn(mail, this.identity),
      sender: user && { id: user.id, isActive: user.isActive, isVerified: user.emailVerifiedAt !== null },
      thread,
      recent: await this.countRecent(tx, mail, thread),
      trustedServer: this.trustedServer,
    };
  }

  /** Did the ticket's history tell enough of machines for now? The ticket is locked: of two, one comes later. */
  async isNotedEnough(tx: Tx, ticketId: number): Promise<boolean> {
    return (await this.repository.countNotedOn(tx, ticketId)) >= MAIL_QUOTA.notedOnTicket;
  }

  /** Locks the ticket: what is said about it here still holds when the comment is written. */
  private async threadOf(tx: Tx, mail: ParsedMail): Promise<MailFacts['thread']> {
    const named = findThread(mail, this.identity);
    if (named?.kind !== 'ours') return named;
    const user = await this.users.findIn(tx, named.userId);
    const ticket = user?.isActive && (await this.tickets.lockIfVisible(tx, user, named.ticketId));
    if (!ticket) return { ...named, isVisible: false, mayComment: false };
    return { ...named, isVisible: true, mayComment: may(ticketPolicy.comment, user as UserEntity, ticket) };
  }

  private async countRecent(
    tx: Tx,
    mail: ParsedMail,
    thread: MailFacts['thread'],
  ): Promise<MailFacts['recent']> {
    const isForged = failsAuthentication(mail, this.trustedServer);
    const ticketId = thread?.kind === 'ours' ? thread.ticketId : null;
    return {
      ofSender: mail.from === null ? 0 : await this.repository.countOfSender(tx, mail.from, isForged),
      onTicket: ticketId === null ? 0 : await this.repository.countOnTicket(tx, ticketId, isForged),
    };
  }
}
