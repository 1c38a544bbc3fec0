import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When something that is done again and again was done, and is due next. */
@Entity('schedules')
export class ScheduleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'schedules_pk' })
  name: string;

  @Column('timestamptz', { name: 'next_run_at', default: () => 'now()' })
  nextRunAt: Date;

  @Column('timestamptz', { name: 'rung_at', nullable: true })
  rungAt: Date | null;

  @Column('timestamptz', { name: 'ran_at', nullable: true })
  ranAt: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}
