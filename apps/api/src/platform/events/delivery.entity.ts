import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { EventEntity } from './event.entity.js';

/** One handler's work on one event: due until it is done or, after many tries, dead. */
@Entity('deliveries')
@Index('deliveries_once', ['eventId', 'handler'], { unique: true })
@Index('deliveries_due', ['nextTryAt'], { where: 'done_at is null and dead_at is null' })
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

  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'next_try_at', default: () => 'now()' })
  nextTryAt: Date;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { name: 'dead_at', nullable: true })
  deadAt: Date | null;
}
