import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { EventEntity } from './event.entity.js';

const OPEN = 'done_at is null and dead_at is null';

/** One handler's work on one event for one recipient: due until it is done or, after many tries, dead. */
@Entity('deliveries')
@Index('deliveries_once', ['eventId', 'handler', 'recipient'], { unique: true })
@Index('deliveries_due', ['nextTryAt'], { where: OPEN })
@Index('deliveries_open', ['handler', 'recipient'], { where: OPEN })
@Index('deliveries_leased', ['handler', 'recipient'], { where: `leased_until is not null and ${OPEN}` })
@Index('deliveries_waiting', ['id'], { where: OPEN })
@Index('deliveries_done', ['doneAt'], { where: 'done_at is not null' })
@Index('deliveries_dead', ['id'], { where: 'dead_at is not null' })
export class DeliveryEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    type: 'bigint',
    primaryKeyConstraintName: 'deliveries_pk',
  })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'deliveries_event_fk', onDelete: 'CASCADE' })
  @Column('bigint', { name: 'event_id' })
  eventId: string;

  @Column('text')
  handler: string;

  /** `user:7`, `integration:3`; empty for the whole event. */
  @Column('text', { default: '' })
  recipient: string;

  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'next_try_at', default: () => 'now()' })
  nextTryAt: Date;

  /** In somebody's hands until then: a process that dies gives its work back by itself. */
  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil: Date | null;

  /** When the queue was last told of it. */
  @Column('timestamptz', { name: 'rung_at', nullable: true })
  rungAt: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { name: 'dead_at', nullable: true })
  deadAt: Date | null;
}
