import { Injectable } from '@nestjs/common';
import type { Who } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/database.js';
import { CommentsService } from '../comments/index.js';
import { TicketsService } from '../tickets/index.js';
import { answeredEvent, answersNoteAddress } from './find-thread.js';
import { MailFactsRepository } from './mail-facts.repository.js';
import { MailIdentity } from './mail-identity.js';
import { commentContent, ticketDescription, ticketTitle } from './mail-texts.js';
import type { ParsedMail } from './parsed-mail.js';
import { splitReply } from './split-reply.js';

/** Writes what a mail says as the person who says it, by the rules that hold for everything they write. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly comments: CommentsService,
    private readonly tickets: TicketsService,
    private readonly facts: MailFactsRepository,
    private readonly identity: MailIdentity,
  ) {}

  /** @throws ProblemError 404, 403 and 409 as for a comment that is written here */
  async comment(tx: Tx, who: Who, ticketId: number, mail: ParsedMail) {
    const { written, quoted } = splitReply(mail.text);
    const content = commentContent(written, mail.attachments);
    const comment = await this.comments.addIn(tx, who, ticketId, {
      content,
      is_internal: await this.answersNote(tx, who, ticketId, mail),
      source: { kind: 'email', quoted: showsQuotes(who) ? quoted || null : null },
    });
    return { ticketId, commentId: comment.id };
  }

  /** @param follows the closed ticket that the mail answers */
  async ticket(tx: Tx, who: Who, mail: ParsedMail, follows: number | null = null) {
    const text = follows === null ? mail.text : splitReply(mail.text).written;
    const isOneOfMany = await this.facts.openedRecently(tx, who.id);
    const ticketId = await this.tickets.createIn(
      tx,
      who,
      {
        title: ticketTitle(mail),
        description: ticketDescription({ ...mail, text }, follows),
        category: 'other',
        priority: 'medium',
      },
      { by_mail: true, ...(isOneOfMany && { unconfirmed: true }) },
    );
    return { ticketId };
  }

  /** Whoever answers the mail about an internal note means those who read notes: the address or the id says it. */
  private async answersNote(tx: Tx, who: Who, ticketId: number, mail: ParsedMail): Promise<boolean> {
    if (who.role !== 'admin') return false;
    if (answersNoteAddress(mail, this.identity.replyAddresses)) return true;
    const eventId = answeredEvent(mail, this.identity.messageIds);
    return eventId !== undefined && this.facts.tellsOfNote(tx, eventId, ticketId);
  }
}

/**
 * The requester was only ever told what the requester may read. Mails to admins tell of internal notes: what they
 * quote stays in the source, for admins.
 */
function showsQuotes(who: Who): boolean {
  return who.role !== 'admin';
}
