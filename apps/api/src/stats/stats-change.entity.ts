import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * What a ticket was before a change (sign -1) or is after it (+1), written by a trigger on `tickets` in the transaction
 * of the change. Rows are only added, so that no two changes ever wait for each other; `StatsRepository.fold` takes
 * them into the counters and deletes them. Readers add what is not folded yet.
 */
@Entity('stats_changes')
export class StatsChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    type: 'bigint',
    primaryKeyConstraintName: 'stats_changes_pk',
  })
  id: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'first_response_at', precision: 3, nullable: true })
  firstResponseAt: Date | null;

  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'rated_at', precision: 3, nullable: true })
  ratedAt: Date | null;

  @Column('integer', { name: 'assigned_to_id', nullable: true })
  assignedToId: number | null;

  @Column('smallint')
  sign: number;

  @Column('smallint', { nullable: true })
  score: number | null;

  @Column('text')
  status: string;

  @Column('text')
  priority: string;

  @Column('text')
  category: string;
}
