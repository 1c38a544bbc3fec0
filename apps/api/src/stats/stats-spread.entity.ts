import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A new object each time: TypeORM writes into what it is given. */
const key = () => ({ primaryKeyConstraintName: 'stats_spreads_pk' });

/** How the tickets of one assignee spread over buckets on one day, or on 8 or 64 days in a row (`stats-spread.ts`). */
@Entity('stats_spreads')
export class StatsSpreadEntity {
  @PrimaryColumn('smallint', key())
  series: number;

  /** 0: a day, 1: 8 days, 2: 64 days. */
  @PrimaryColumn('smallint', key())
  level: number;

  /** Days since 1970-01-01, divided by the days of the level. */
  @PrimaryColumn('integer', key())
  block: number;

  /** Id of the assignee; 0: nobody. */
  @PrimaryColumn('integer', key())
  value: number;

  /** The count of bucket b in the b-th group of eight digits. */
  @Column('numeric')
  spread: string;
}
