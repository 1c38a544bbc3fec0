import { Injectable } from '@nestjs/common';
import { rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';

/** Mails of one sender are judged one after the other: of twenty at once each knows of the others. */
const QUEUE_UP = named(
  'mail-facts.queue-up',
  `select pg_advisory_xact_lock(hashtextextended('inbound-mail ' || $1, 0))::text`,
);

const IS_KNOWN = named<{ id: number }>(
  'mail-facts.is-known',
  `select id from inbound_mails where message_key = $1 and id <> $2`,
);

const HOUR = `received_at > now() - interval '1 hour'`;

/**
 * Those that are not read yet have no sender, and count when their turn comes. What changes nothing does not count:
 * else the auto-replies of a customer, or a list, would use up what the customer has to say.
 */
const OF_SENDER = named<{ count: number }>(
  'mail-facts.of-sender',
  `select count(*)::int as count from inbound_mails
    where sender = $1 and ${HOUR} and fails_authentication = $2 and verdict in ('comment', 'ticket', 'quarantine')`,
);

/** Only of the person who was written to: strangers who got hold of a reply address use up nothing. */
const ON_TICKET = named<{ count: number }>(
  'mail-facts.on-ticket',
  `select count(*)::int as count from inbound_mails
    where answers_ticket_id = $1 and ${HOUR} and fails_authentication = $2 and sender_user_id = answers_user_id
      and (verdict in ('comment', 'ticket') or reason = 'over_quota')`,
);

const NOTED_ON = named<{ count: number }>(
  'mail-facts.noted-on',
  `select count(*)::int as count from events
    where ticket_id = $1 and type = 'mail.noted' and created_at > now() - interval '1 hour'`,
);

const TELLS_OF_NOTE = named<{ id: string }>(
  'mail-facts.tells-of-note',
  `select id from events where id = $1::bigint and ticket_id = $2 and is_internal`,
);

const OPENED_RECENTLY = named<{ id: number }>(
  'mail-facts.opened-recently',
  `select id from inbound_mails
    where sender_user_id = $1 and ticket_id is not null and comment_id is null and state in ('filed', 'accepted')
      and received_at > now() - interval '10 minutes' limit 1`,
);

/** What is looked up in the database to judge a mail, in the transaction that files it. */
@Injectable()
export class MailFactsRepository {
  async queueUp(tx: Tx, sender: string): Promise<void> {
    await rowsIn(tx, QUEUE_UP, [sender]);
  }

  async isKnown(tx: Tx, messageKey: string, id: number): Promise<boolean> {
    return (await rowsIn(tx, IS_KNOWN, [messageKey, id])).length > 0;
  }

  async countOfSender(tx: Tx, sender: string, isForged: boolean): Promise<number> {
    const [row] = await rowsIn(tx, OF_SENDER, [sender, isForged]);
    return row!.count;
  }

  async countOnTicket(tx: Tx, ticketId: number, isForged: boolean): Promise<number> {
    const [row] = await rowsIn(tx, ON_TICKET, [ticketId, isForged]);
    return row!.count;
  }

  /** How often the ticket's history told of machines within the last hour. */
  async countNotedOn(tx: Tx, ticketId: number): Promise<number> {
    const [row] = await rowsIn(tx, NOTED_ON, [ticketId]);
    return row!.count;
  }

  /** Does our mail, which told of this event, tell of an internal note? */
  async tellsOfNote(tx: Tx, eventId: string, ticketId: number): Promise<boolean> {
    return (await rowsIn(tx, TELLS_OF_NOTE, [eventId, ticketId])).length > 0;
  }

  /** Did a mail of the person open a ticket within the last minutes? */
  async openedRecently(tx: Tx, userId: number): Promise<boolean> {
    return (await rowsIn(tx, OPENED_RECENTLY, [userId])).length > 0;
  }
}
