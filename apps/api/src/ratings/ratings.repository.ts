import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import type { RateableTicket } from '../tickets/index.js';
import type { RatingEntity } from './rating.entity.js';

export type RatingRow = Pick<RatingEntity, 'score' | 'comment' | 'createdAt'>;
export type NewRating = Omit<RatingEntity, 'id'>;

/** A ticket as far as its requester is asked to rate it. */
export interface AskedTicket extends RateableTicket {
  id: number;
  title: string;
  resolvedAt: Date | null;
}

const FIND = named<RatingRow>(
  'ratings.find',
  `select score, comment, created_at as "createdAt" from ticket_ratings where ticket_id = $1 and resolution = $2`,
);

const INSERT = named(
  'ratings.insert',
  `insert into ticket_ratings (ticket_id, user_id, resolution, score, comment, created_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

const ASKED = named<AskedTicket>(
  'ratings.asked',
  `select t.id, t.title, t.status, t.user_id as "userId", t.resolved_at as "resolvedAt",
          t.resolution_count as "resolutionCount", t.is_rated as "isRated"
     from tickets t join users u on u.id = t.user_id and u.is_active
    where t.id = $1 and t.user_id = $2 and t.deleted_at is null`,
);

/** All SQL about ratings. */
@Injectable()
export class RatingsRepository {
  constructor(private readonly database: Database) {}

  async find(ticketId: number, resolution: number): Promise<RatingRow | undefined> {
    const [row] = await this.database.rows(FIND, [ticketId, resolution]);
    return row;
  }

  /** The ticket, if that person requested it and still has an account. */
  async asked(ticketId: number, userId: number): Promise<AskedTicket | undefined> {
    const [row] = await this.database.rows(ASKED, [ticketId, userId]);
    return row;
  }

  async insert(tx: Tx, rating: NewRating): Promise<void> {
    const { ticketId, userId, resolution, score, comment, createdAt } = rating;
    await rowsIn(tx, INSERT, [ticketId, userId, resolution, score, comment, createdAt]);
  }
}
