import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

const IS_AUDITED = 'object_model is not null';

/**
 * One thing that happened, written in the transaction of the change itself: history, outbox message and live
 * update in one row. `position` is the order of commit, given by the relay: ids are taken before the commit
 * and may appear out of order. Triggers forbid to change or delete what happened.
 */
@Entity('events')
@Index('events_ticket', ['ticketId', 'id'], { where: 'ticket_id is not null' })
@Index('events_undispatched', ['id'], { where: 'dispatched_at is null' })
@Index('events_by_object', ['objectModel', 'objectId', 'createdAt', 'id'], { where: IS_AUDITED })
@Index('events_by_kind', ['objectModel', 'type', 'createdAt', 'id'], { where: IS_AUDITED })
@Index('events_by_actor', ['actorId', 'objectModel', 'type', 'createdAt', 'id'], { where: IS_AUDITED })
@Check('events_object', '(object_model is null) = (object_id is null)')
@Check('events_type', `char_length(type) between 3 and 60`)
export class EventEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    type: 'bigint',
    primaryKeyConstraintName: 'events_pk',
  })
  id: string;

  @Column('text')
  type: string;

  @Column('integer', { name: 'ticket_id', nullable: true })
  ticketId: number | null;

  @Column('integer', { name: 'actor_id', nullable: true })
  actorId: number | null;

  @Column('boolean', { name: 'is_internal', default: false })
  isInternal: boolean;

  @Column('jsonb', { default: {} })
  data: object;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Index('events_position', { unique: true })
  @Column('bigint', { nullable: true })
  position: string | null;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt: Date | null;

  /** What it happened to, as the audit log calls it: `users`, `templates`, ... Null: nothing that admins manage. */
  @Column('text', { name: 'object_model', nullable: true })
  objectModel: string | null;

  @Column('integer', { name: 'object_id', nullable: true })
  objectId: number | null;
}
