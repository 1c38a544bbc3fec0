import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CommentAddedData, CommentReader } from '../comments/index.js';
import { MailIdentity } from '../inbound-mail/index.js';
import { Env } from '../platform/config/env.js';
import { type Delivery, EventHandlers } from '../platform/events/event-handlers.js';
import type { Mail } from '../platform/mail/mail.js';
import { Mailer } from '../platform/mail/mailer.js';
import { RatingLinks } from '../ratings/index.js';
import { UserDirectory } from '../users/index.js';
import { newValue, TOLD_EVENTS } from './audience.js';
import { type News, NewsDesk } from './news.js';
import { composeTicketMail, type MailItem } from './ticket-mail.js';

/** A comment that the reader does not find is not mailed, and neither is that somebody wrote it. */
const isThere = ({ event, comment }: MailItem) => event.type !== 'comment.added' || comment !== null;

/**
 * Mails what happens to tickets: one mail for all that happened to a ticket within a minute. Internal notes go out
 * apart: an answer to such a mail is an internal note, too, and must not depend on what else was in it.
 */
@Injectable()
export class TicketMailHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly desk: NewsDesk,
    private readonly comments: CommentReader,
    private readonly directory: UserDirectory,
    private readonly ratingLinks: RatingLinks,
    private readonly mailer: Mailer,
    private readonly env: Env,
    private readonly identity: MailIdentity,
  ) {}

  onModuleInit(): void {
    for (const isInternal of [false, true]) {
      this.handlers.register({
        name: isInternal ? 'mail-note' : 'mail-ticket',
        types: isInternal ? ['comment.added'] : TOLD_EVENTS,
        queue: 'mail',
        gatherMs: this.env.MAIL_GATHER_SECONDS * 1_000,
        patience: 'day', // a mail server is down for longer than an hour at times; the news is good for a day
        recipients: async (event) =>
          event.isInternal === isInternal ? this.desk.recipients('email', event) : [],
        handle: (delivery) => this.mail(delivery),
      });
    }
  }

  private async mail(delivery: Delivery): Promise<void> {
    const news = await this.desk.newsFor('email', delivery);
    if (!news) return;
    const items = (await this.itemsOf(news)).filter(isThere);
    if (items.length === 0) return;
    const content = composeTicketMail(news, items, {
      publicUrl: this.env.publicUrl,
      isAnswered: this.identity.replyAddresses !== null,
    });
    const head = this.headOf(news, String(delivery.events[0].id));
    await this.mailer.send({ to: news.reader.email, ...head, ...content });
  }

  /** With names, and with comments as the reader sees them. */
  private async itemsOf({ reader, ticket, items }: News): Promise<MailItem[]> {
    const commentIds = items.map(({ event }) => (event.data as Partial<CommentAddedData>).comment_id);
    const [comments, people, links] = await Promise.all([
      this.comments.find(
        reader,
        ticket,
        commentIds.filter((id) => id !== undefined),
      ),
      this.directory.refs(items.map(({ event }) => event.actorId)),
      this.ratingLinks.linksFor(reader.id, ticket.id),
    ]);
    const resolution = items.findLast(({ event }) => newValue(event, 'status') === 'resolved');
    return items.map((item, index) => ({
      ...item,
      actorName: people.ofNullable(item.event.actorId)?.name ?? null,
      comment: comments.get(commentIds[index] ?? 0)?.content ?? null,
      ...(item === resolution && { ratingLinks: links }),
    }));
  }

  /**
   * The id follows from the first event, whatever is left of it: the same mail again has the same one. All mails
   * about a ticket follow the one about its first event, also for those who never got that: so the order in which
   * they arrive does not matter.
   */
  private headOf({ reader, ticket, items }: News, eventId: string): Pick<Mail, 'messageId'> & Partial<Mail> {
    const named = { ticketId: ticket.id, userId: reader.id };
    const { messageIds, replyAddresses } = this.identity;
    const messageId = messageIds.forTicketMail(eventId, named);
    const root = messageIds.forTicketMail(ticket.firstEventId, named);
    const isNote = items.some(({ event }) => event.isInternal);
    const replyTo = isNote ? replyAddresses?.noteAddressFor(named) : replyAddresses?.addressFor(named);
    return {
      messageId,
      ...(root !== messageId && { inReplyTo: root, references: root }),
      ...(replyTo !== undefined && { replyTo }),
    };
  }
}
