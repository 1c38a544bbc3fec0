import { NOTIFICATION_KINDS, type NotificationKind } from '@ticketing/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { EventEntity } from '../platform/events/event.entity.js';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

const KINDS = NOTIFICATION_KINDS.map((kind) => `'${kind}'`).join(', ');

/** A line in somebody's bell: an event that they were told of. What it says is read from the event. */
@Entity('notifications')
@Check('notifications_kind', `kind in (${KINDS})`)
@Index('notifications_once', ['eventId', 'userId'], { unique: true })
@Index('notifications_user', ['userId', 'id'])
@Index('notifications_unread', ['userId', 'id'], { where: 'read_at is null' })
@Index('notifications_read', ['readAt'], { where: 'read_at is not null' })
export class NotificationEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'notifications_pk',
  })
  id: number;

  @ForeignKey(() => UserEntity, { name: 'notifications_user_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'user_id' })
  userId: number;

  @ForeignKey(() => EventEntity, { name: 'notifications_event_fk', onDelete: 'CASCADE' })
  @Column('bigint', { name: 'event_id' })
  eventId: string;

  @Index('notifications_ticket')
  @ForeignKey(() => TicketEntity, { name: 'notifications_ticket_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'ticket_id' })
  ticketId: number;

  @Column('text')
  kind: NotificationKind;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
