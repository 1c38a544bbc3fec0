import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One recount of all tickets, and how far the counters were off. */
@Entity('stats_reconciliations')
export class StatsReconciliationEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'stats_reconciliations_pk',
  })
  id: number;

  @Column({ type: 'timestamptz', name: 'reconciled_at', precision: 3, default: () => 'now()' })
  reconciledAt: Date;

  @Column('integer')
  tickets: number;

  /** Counters that were wrong and were put right. */
  @Column('integer')
  differences: number;

  /** How many of them in which series. */
  @Column('jsonb')
  details: Record<string, number>;
}
