import { Injectable } from '@nestjs/common';
import { RATING_LIMITS } from '@ticketing/contracts';
import { Env } from '../platform/config/env.js';
import { Secrets } from '../platform/config/secrets.js';
import { may, ticketPolicy } from '../tickets/index.js';
import { RatingTokens } from './rating-token.js';
import { RatingsRepository } from './ratings.repository.js';

const DAY_MS = 86_400_000;
const { min, max } = RATING_LIMITS.score;
const SCORES = Array.from({ length: max - min + 1 }, (_, i) => min + i);

/** A link of a mail that asks how it was: it opens a page that rates by one more click. */
export interface RatingLink {
  score: number;
  url: string;
}

/** Makes the links that mails about a resolved ticket carry. */
@Injectable()
export class RatingLinks {
  private readonly tokens: RatingTokens;

  constructor(
    private readonly repository: RatingsRepository,
    private readonly env: Env,
    secrets: Secrets,
  ) {
    this.tokens = new RatingTokens(secrets);
  }

  /** One for each score, best first; none when that person cannot rate that ticket now. */
  async linksFor(userId: number, ticketId: number): Promise<RatingLink[]> {
    const ticket = await this.repository.asked(ticketId, userId);
    if (!ticket?.resolvedAt || !may(ticketPolicy.rate, { id: userId, role: 'user' }, ticket)) return [];
    const until = new Date(ticket.resolvedAt.getTime() + RATING_LIMITS.linkDays * DAY_MS);
    const token = this.tokens.tokenFor({ ticketId, userId, resolution: ticket.resolutionCount, until });
    return SCORES.toReversed().map((score) => ({
      score,
      url: `${this.env.publicUrl}/rate/${token}?score=${score}`,
    }));
  }
}
