import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What no ticket can tell afterwards: how it was at the end of a day. The last note of a day stays. */
@Entity('stats_days')
export class StatsDayEntity {
  /** Days since 1970-01-01. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'stats_days_pk' })
  day: number;

  /** Active tickets that nobody had. */
  @Column('integer')
  unassigned: number;

  /** Median age of the active tickets in days; null: there was none. */
  @Column('integer', { name: 'backlog_days', nullable: true })
  backlogDays: number | null;
}
