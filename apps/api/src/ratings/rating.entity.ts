import { RATING_LIMITS } from '@ticketing/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

const { score, comment } = RATING_LIMITS;

/** What a requester said of one resolution of a ticket. Written once, never changed. */
@Entity('ticket_ratings')
@Check('ticket_ratings_score', `score between ${score.min} and ${score.max}`)
@Check('ticket_ratings_comment', `char_length(comment) between 1 and ${comment.max}`)
@Index('ticket_ratings_resolution', ['ticketId', 'resolution'], { unique: true })
export class RatingEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'ticket_ratings_pk',
  })
  id: number;

  @ForeignKey(() => TicketEntity, { name: 'ticket_ratings_ticket_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'ticket_id' })
  ticketId: number;

  @ForeignKey(() => UserEntity, { name: 'ticket_ratings_user_fk' })
  @Column('integer', { name: 'user_id' })
  userId: number;

  /** Which resolution of the ticket: 1, 2, ... */
  @Column('integer')
  resolution: number;

  @Column('smallint')
  score: number;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
