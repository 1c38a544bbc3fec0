import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { TicketSnapshot } from '../../tickets/index.js';
import { UserEntity } from '../../users/index.js';

/** One ticket of a change: what it was, and what says whether somebody touched it since. */
export interface ChangedTicket {
  id: number;
  version: number;
  internalVersion: number;
  before: TicketSnapshot;
  after: TicketSnapshot;
  /** How many there were: comments make no new version. */
  comments: number;
  /** Ids of tags. */
  added: number[];
  removed: number[];
}

/** A change of many tickets, kept for as long as it can be taken back. */
@Entity('bulk_changes')
@Index('bulk_changes_created', ['createdAt'])
export class BulkChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'bulk_changes_pk',
  })
  id: number;

  @ForeignKey(() => UserEntity, { name: 'bulk_changes_actor_fk' })
  @Column('integer', { name: 'actor_id' })
  actorId: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('jsonb')
  tickets: ChangedTicket[];

  @Column({ type: 'timestamptz', name: 'undone_at', precision: 3, nullable: true })
  undoneAt: Date | null;

  @ForeignKey(() => UserEntity, { name: 'bulk_changes_undone_by_fk' })
  @Column('integer', { name: 'undone_by_id', nullable: true })
  undoneById: number | null;
}
