import { Injectable } from '@nestjs/common';
import type { NotificationChannel, NotificationKind } from '@ticketing/contracts';
import type { CommentAddedData } from '../comments/index.js';
import type { Delivery, StoredEvent } from '../platform/events/event-handlers.js';
import { may, ticketPolicy } from '../tickets/index.js';
import { audienceOf } from './audience.js';
import { AudienceRepository, type Reader, type ToldTicket } from './audience.repository.js';
import { hasCell, isTold } from './notification-matrix.js';

/** An event, as it is told to one person. */
export interface NewsItem {
  kind: NotificationKind;
  event: StoredEvent;
}

/** What one person is told about one ticket now. */
export interface News {
  reader: Reader;
  ticket: ToldTicket;
  /** Oldest first, at least one. */
  items: NewsItem[];
}

const PREFIX = 'user:';

/** Who is told, asked twice: when an event comes, and again at the moment when it is told. */
@Injectable()
export class NewsDesk {
  constructor(private readonly audience: AudienceRepository) {}

  /** Everybody who gets a delivery of the event on this channel. */
  async recipients(channel: NotificationChannel, event: StoredEvent): Promise<string[]> {
    const ticket = event.ticketId === null ? undefined : await this.audience.ticket(event.ticketId);
    if (!ticket) return [];
    return audienceOf(event, ticket)
      .filter(({ kind }) => hasCell({ kind, channel }))
      .map(({ userId }) => `${PREFIX}${userId}`);
  }

  /**
   * What of the delivery its recipient may be told and wants to be told, now: people lose rights, switch things off
   * and mute tickets between an event and its mail. Undefined when nothing is left.
   */
  async newsFor(channel: NotificationChannel, { recipient, events }: Delivery): Promise<News | undefined> {
    const ticketId = events[0].ticketId!;
    const [ticket, reader] = await Promise.all([
      this.audience.ticket(ticketId),
      this.audience.reader(Number(recipient.slice(PREFIX.length)), ticketId),
    ]);
    if (!ticket || !reader || !listens(reader, ticket)) return undefined;
    const there = await this.audience.commentsThere(events.flatMap(commentIdOf));
    const stillTrue = events.filter((event) => commentIdOf(event).every((id) => there.has(id)));
    const items = stillTrue.flatMap((event) => itemFor(channel, event, reader, ticket));
    return items.length === 0 ? undefined : { reader, ticket, items };
  }
}

/** The comment that it tells of: of a deleted one nobody is told. */
const commentIdOf = ({ type, data }: StoredEvent) =>
  type === 'comment.added' ? [(data as CommentAddedData).comment_id] : [];

const listens = (reader: Reader, ticket: ToldTicket) =>
  reader.isActive && !reader.hasMuted && may(ticketPolicy.read, reader, ticket);

function itemFor(
  channel: NotificationChannel,
  event: StoredEvent,
  reader: Reader,
  ticket: ToldTicket,
): NewsItem[] {
  if (event.isInternal && !may(ticketPolicy.comment_internally, reader, ticket)) return [];
  const listener = audienceOf(event, ticket).find(({ userId }) => userId === reader.id);
  if (!listener || !isTold(listener.kind, channel, reader.preferences)) return [];
  if (listener.kind === 'ticket_received' && reader.isFlooded) return []; // accounts are made for any address
  return [{ kind: listener.kind, event }];
}
