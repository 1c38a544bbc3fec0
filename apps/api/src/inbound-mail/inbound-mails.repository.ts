import { Injectable } from '@nestjs/common';
import type { InboundMailState, QuarantineReason } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named, unnamed } from '../platform/database/statement.js';
import type { InboundMailEntity } from './inbound-mail.entity.js';
import type { MailContent, MailOutcome } from './mail-record.js';

/** A mail without its bytes. */
export type MailRow = Omit<
  InboundMailEntity,
  'raw' | 'sha256' | 'source' | 'messageKey' | 'failsAuthentication'
> & {
  hasRaw: boolean;
};

export type NewMail = Pick<InboundMailEntity, 'source' | 'sha256' | 'size' | 'raw'>;

/** Everything that reading a mail brings to its row. */
export type ReadMail = Partial<MailContent> &
  MailOutcome &
  Partial<Pick<InboundMailEntity, 'messageKey' | 'senderUserId' | 'answersTicketId' | 'answersUserId'>>;

/** What is not known of a mail that cannot be read. */
const UNREAD = {
  messageKey: null,
  sender: null,
  senderName: '',
  senderUserId: null,
  subject: '',
  text: '',
  details: {},
  failsAuthentication: false,
  answersTicketId: null,
  answersUserId: null,
  ticketId: null,
  commentId: null,
};

export interface MailFilter {
  state: readonly InboundMailState[];
  reason?: readonly QuarantineReason[];
  q?: string;
}

/** What a list needs of a text, and more: some have a megabyte. */
const LISTED_TEXT = 4_000;

const COLUMNS = `id, received_at as "receivedAt", size, state, verdict, reason, sender, sender_name as "senderName",
  sender_user_id as "senderUserId", subject, text, details, answers_ticket_id as "answersTicketId",
  answers_user_id as "answersUserId", ticket_id as "ticketId", comment_id as "commentId",
  decided_by_id as "decidedById", decided_at as "decidedAt", raw is not null as "hasRaw"`;

const INSERT = named<{ id: number }>(
  'inbound-mails.insert',
  `insert into inbound_mails (source, sha256, size, raw) values ($1, $2, $3, $4)
   on conflict (sha256) do nothing returning id`,
);

const BY_BYTES = named<{ id: number }>(
  'inbound-mails.by-bytes',
  `select id from inbound_mails where sha256 = $1`,
);

const RAW = named<Pick<InboundMailEntity, 'id' | 'raw' | 'state'>>(
  'inbound-mails.raw',
  `select id, raw, state from inbound_mails where id = $1`,
);

const FIND = named<MailRow>('inbound-mails.find', `select ${COLUMNS} from inbound_mails where id = $1`);
const LOCK = named<MailRow>(
  'inbound-mails.lock',
  `select ${COLUMNS} from inbound_mails where id = $1 for update`,
);

const SETTLE = named(
  'inbound-mails.settle',
  `update inbound_mails set state = $2, verdict = $3, reason = $4, message_key = $5, sender = $6, sender_name = $7,
     sender_user_id = $8, subject = $9, text = $10, details = $11, fails_authentication = $12,
     answers_ticket_id = $13, answers_user_id = $14, ticket_id = $15, comment_id = $16
   where id = $1`,
);

const SHORTEN = named(
  'inbound-mails.shorten',
  `update inbound_mails set raw = substring(raw from 1 for $2) where id = $1 and length(raw) > $2`,
);

const DECIDE = named(
  'inbound-mails.decide',
  `update inbound_mails set state = $2, decided_by_id = $3, decided_at = now(), ticket_id = coalesce($4, ticket_id),
     comment_id = coalesce($5, comment_id), sender_user_id = coalesce($6, sender_user_id)
   where id = $1`,
);

/** All SQL about mails that arrive, but for what is looked up to judge them (`MailFactsRepository`). */
@Injectable()
export class InboundMailsRepository {
  constructor(private readonly database: Database) {}

  /** @returns undefined when these very bytes are here already */
  async insert(tx: Tx, { source, sha256, size, raw }: NewMail): Promise<number | undefined> {
    const [row] = await rowsIn(tx, INSERT, [source, sha256, size, raw]);
    return row?.id;
  }

  async idOfBytes(tx: Tx, sha256: string): Promise<number> {
    const [row] = await rowsIn(tx, BY_BYTES, [sha256]);
    return row!.id;
  }

  async findRaw(id: number): Promise<Pick<InboundMailEntity, 'id' | 'raw' | 'state'> | undefined> {
    const [row] = await this.database.rows(RAW, [id]);
    return row;
  }

  async find(id: number): Promise<MailRow | undefined> {
    const [row] = await this.database.rows(FIND, [id]);
    return row;
  }

  /** Locks the row until the end of the transaction. */
  async lock(tx: Tx, id: number): Promise<MailRow | undefined> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    return row;
  }

  /** Notes what the mail says and what became of it. */
  async settle(tx: Tx, id: number, mail: ReadMail): Promise<void> {
    const m = { ...UNREAD, ...mail };
    await rowsIn(tx, SETTLE, [
      ...[id, m.state, m.verdict, m.reason, m.messageKey, m.sender, m.senderName, m.senderUserId, m.subject],
      ...[m.text, JSON.stringify(m.details), m.failsAuthentication, m.answersTicketId, m.answersUserId],
      ...[m.ticketId, m.commentId],
    ]);
  }

  /** Keeps so many bytes of its source. `size` still says how many came. */
  async shorten(tx: Tx, id: number, bytes: number): Promise<void> {
    await rowsIn(tx, SHORTEN, [id, bytes]);
  }

  async decide(
    tx: Tx,
    id: number,
    decision: { state: 'accepted' | 'discarded'; adminId: number } & Partial<
      Pick<InboundMailEntity, 'ticketId' | 'commentId' | 'senderUserId'>
    >,
  ): Promise<void> {
    const { state, adminId, ticketId = null, commentId = null, senderUserId = null } = decision;
    await rowsIn(tx, DECIDE, [id, state, adminId, ticketId, commentId, senderUserId]);
  }

  /**
   * Newest first, from the one before `beforeId`. What mails say is searched of those that wait, which are few: nobody
   * is to read through everything that ever came for one word.
   */
  list({ state, reason, q }: MailFilter, beforeId: number, limit: number): Promise<MailRow[]> {
    const text = `select ${COLUMNS}, left(text, ${LISTED_TEXT}) as text from inbound_mails
      where state = any($1) and id < $2 and ($3::text[] is null or reason = any($3))
        and ($4::text is null or sender ilike $4 or sender_name ilike $4 or subject ilike $4
          or state = 'quarantined' and text ilike $4)
      order by id desc limit $5`;
    const like = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    return this.database.rows(unnamed<MailRow>(text), [state, beforeId, reason ?? null, like, limit]);
  }
}
