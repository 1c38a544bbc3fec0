import { Injectable } from '@nestjs/common';
import type { Rating } from '@ticketing/contracts';
import type { TicketRatings, TicketRow } from '../tickets/index.js';
import { type RatingRow, RatingsRepository } from './ratings.repository.js';

/** Everything that reads ratings. */
@Injectable()
export class RatingReader implements TicketRatings {
  constructor(private readonly repository: RatingsRepository) {}

  /** Tickets that are not rated, nearly all, cost no query. */
  async latest(ticket: Pick<TicketRow, 'id' | 'resolutionCount' | 'isRated'>): Promise<Rating | null> {
    if (!ticket.isRated) return null;
    const row = await this.repository.find(ticket.id, ticket.resolutionCount);
    return row ? presentRating(row) : null;
  }
}

export function presentRating({ score, comment, createdAt }: RatingRow): Rating {
  return { score, comment, created_at: createdAt.toISOString() };
}
