import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest rating of a ticket, as its event said it: what the ticket counts for in the satisfaction. */
@Entity('stats_ratings')
export class StatsRatingEntity {
  @PrimaryColumn('integer', { name: 'ticket_id', primaryKeyConstraintName: 'stats_ratings_pk' })
  ticketId: number;

  @Column('bigint', { name: 'event_id' })
  eventId: string;

  @Column('smallint')
  score: number;

  @Column({ type: 'timestamptz', name: 'rated_at', precision: 3 })
  ratedAt: Date;
}
