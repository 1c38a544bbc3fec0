import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A new object each time: TypeORM writes into what it is given. */
const key = () => ({ primaryKeyConstraintName: 'stats_rollups_pk' });

/** A counter: how many tickets of one value on one day, or on 8 or 64 days in a row (`stats-series.ts`). */
@Entity('stats_rollups')
export class StatsRollupEntity {
  @PrimaryColumn('smallint', key())
  series: number;

  /** 0: a day, 1: 8 days, 2: 64 days. */
  @PrimaryColumn('smallint', key())
  level: number;

  /** Days since 1970-01-01, divided by the days of the level. */
  @PrimaryColumn('integer', key())
  block: number;

  /** The place of a status in its list, an hour, the id of an assignee, ... */
  @PrimaryColumn('integer', key())
  value: number;

  /** A second value: a status, a score, the bucket of a duration. */
  @PrimaryColumn('smallint', key())
  bucket: number;

  @Column('integer')
  n: number;
}
