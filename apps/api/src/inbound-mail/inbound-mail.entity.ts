import {
  INBOUND_MAIL_STATES,
  type InboundMailAttachment,
  type InboundMailHeaders,
  type InboundMailState,
  type InboundMailVerdict,
  type QuarantineReason,
} from '@ticketing/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CommentEntity } from '../comments/index.js';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

const STATES = INBOUND_MAIL_STATES.map((state) => `'${state}'`).join(', ');

/** What of a mail is kept for reading, beside its bytes. */
export interface MailDetails {
  headers?: InboundMailHeaders;
  attachments?: InboundMailAttachment[];
}

/** A mail that arrived, as it came, and what became of it. */
@Entity('inbound_mails')
@Check('inbound_mails_source', `source in ('http', 'imap')`)
@Check('inbound_mails_state', `state in (${STATES})`)
@Index('inbound_mails_listed', ['state', 'id'])
@Index('inbound_mails_sent', ['sender', 'receivedAt'])
@Index('inbound_mails_answers', ['answersTicketId', 'receivedAt'], { where: 'answers_ticket_id is not null' })
@Index('inbound_mails_kept', ['receivedAt'], { where: 'raw is not null' })
export class InboundMailEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'inbound_mails_pk',
  })
  id: number;

  @Column({ type: 'timestamptz', name: 'received_at', precision: 3, default: () => 'now()' })
  receivedAt: Date;

  /** The way it came. */
  @Column('text')
  source: 'http' | 'imap';

  /** Of its bytes: the same mail that is handed over twice is taken once. */
  @Index('inbound_mails_bytes', { unique: true })
  @Column('text')
  sha256: string;

  @Column('integer')
  size: number;

  /** As it came, of strangers the first MiB; null once it is old, and for mails that were too large to be taken. */
  @Column('bytea', { nullable: true })
  raw: Buffer | null;

  @Column('text', { default: 'received' })
  state: InboundMailState;

  @Column('text', { nullable: true })
  verdict: InboundMailVerdict | null;

  /** Why it is in quarantine. */
  @Column('text', { nullable: true })
  reason: QuarantineReason | null;

  /** Of Message-ID and sender, for the first mail that has them: the same mail on two ways is filed once. */
  @Index('inbound_mails_message', { unique: true })
  @Column('text', { name: 'message_key', nullable: true })
  messageKey: string | null;

  /** Canonical; null while unread, and for mails of nobody or of several. */
  @Column('text', { nullable: true })
  sender: string | null;

  @Column('text', { name: 'sender_name', default: '' })
  senderName: string;

  @ForeignKey(() => UserEntity, { name: 'inbound_mails_sender_fk' })
  @Column('integer', { name: 'sender_user_id', nullable: true })
  senderUserId: number | null;

  @Column('text', { default: '' })
  subject: string;

  @Column('text', { default: '' })
  text: string;

  @Column('jsonb', { default: {} })
  details: MailDetails;

  /** Forgers are counted apart: they must not use up the quota of the person whose name they use. */
  @Column('boolean', { name: 'fails_authentication', default: false })
  failsAuthentication: boolean;

  /** What our signature in it names; both may be gone by now. */
  @Column('integer', { name: 'answers_ticket_id', nullable: true })
  answersTicketId: number | null;

  @Column('integer', { name: 'answers_user_id', nullable: true })
  answersUserId: number | null;

  /** Where it was filed or noted. */
  @Index('inbound_mails_ticket')
  @ForeignKey(() => TicketEntity, { name: 'inbound_mails_ticket_fk', onDelete: 'SET NULL' })
  @Column('integer', { name: 'ticket_id', nullable: true })
  ticketId: number | null;

  @Index('inbound_mails_comment')
  @ForeignKey(() => CommentEntity, { name: 'inbound_mails_comment_fk', onDelete: 'SET NULL' })
  @Column('integer', { name: 'comment_id', nullable: true })
  commentId: number | null;

  @ForeignKey(() => UserEntity, { name: 'inbound_mails_decider_fk' })
  @Column('integer', { name: 'decided_by_id', nullable: true })
  decidedById: number | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, nullable: true })
  decidedAt: Date | null;
}
