import { Injectable } from '@nestjs/common';
import type { Rating, RatingInvitation } from '@ticketing/contracts';
import type { Actor, Who } from '../platform/access/actor.js';
import { Secrets } from '../platform/config/secrets.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import {
  may,
  requireMay,
  type TicketEntity,
  ticketPolicy,
  ticketRated,
  TicketsRepository,
} from '../tickets/index.js';
import type { RateByLinkDto, RateTicketDto } from './dto/rate.dto.js';
import { presentRating } from './rating-reader.js';
import { type RatingRight, RatingTokens } from './rating-token.js';
import { alreadyRated, ratingLinkNotGood, ratingLinkOutdated } from './rating.problems.js';
import { type AskedTicket, RatingsRepository } from './ratings.repository.js';

/** What requesters say of how their tickets were resolved: once for each resolution. */
@Injectable()
export class RatingsService {
  private readonly tokens: RatingTokens;

  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly ratings: RatingsRepository,
    private readonly events: EventLog,
    private readonly log: Log,
    secrets: Secrets,
  ) {
    this.tokens = new RatingTokens(secrets);
  }

  /** @throws ProblemError 404; 403 for everybody but the requester; 409 unless it awaits a rating */
  rate(actor: Actor, ticketId: number, body: RateTicketDto): Promise<Rating> {
    return this.write('on the page', async (tx) => {
      const ticket = await this.tickets.lockVisible(tx, actor, ticketId);
      return this.rateIn(tx, actor, ticket, body);
    });
  }

  /** What the link is about. Rates nothing: programs that look through mails open links, too. */
  async lookUp(token: string): Promise<RatingInvitation> {
    const { right, ticket } = await this.open(token);
    const { id, title } = ticket;
    const isLatest = right.resolution === ticket.resolutionCount;
    return { ticket: { id, title }, can_rate: isLatest && may(ticketPolicy.rate, whoBehind(right), ticket) };
  }

  /** @throws ProblemError 400 for a link that is no good; 409 when it was rated, or reopened since the mail */
  async rateByLink({ token, ...body }: RateByLinkDto): Promise<Rating> {
    const { right } = await this.open(token);
    return this.write('by a mailed link', async (tx) => {
      const ticket = await this.tickets.lockIfVisible(tx, whoBehind(right), right.ticketId);
      if (!ticket) throw ratingLinkNotGood();
      if (ticket.resolutionCount !== right.resolution) throw ratingLinkOutdated();
      return this.rateIn(tx, whoBehind(right), ticket, body);
    });
  }

  /** Made-up tokens cost no query. */
  private async open(token: string): Promise<{ right: RatingRight; ticket: AskedTicket }> {
    const right = this.tokens.read(token, new Date());
    const ticket = right && (await this.ratings.asked(right.ticketId, right.userId));
    if (!ticket) throw ratingLinkNotGood();
    return { right, ticket };
  }

  private async rateIn(tx: Tx, who: Who, ticket: TicketEntity, body: RateTicketDto): Promise<Written> {
    requireMay({ who: ticketPolicy.rate.who }, who, ticket);
    if (ticket.resolvedAt && ticket.isRated) throw alreadyRated();
    requireMay(ticketPolicy.rate, who, ticket);
    const [score, comment, createdAt] = [body.score, body.comment || null, new Date()];
    const facts = { ticketId: ticket.id, userId: who.id, resolution: ticket.resolutionCount };
    await this.ratings.insert(tx, { ...facts, score, comment, createdAt });
    ticket.rate(score, createdAt);
    await this.tickets.save(tx, ticket, ticket.version);
    await this.events.append(tx, ticketRated(who, ticket, score));
    return { ticketId: ticket.id, rating: presentRating({ score, comment, createdAt }) };
  }

  private async write(how: string, act: (tx: Tx) => Promise<Written>): Promise<Rating> {
    const { ticketId, rating } = await this.database.transaction(act);
    this.log.info('ticket rated', { ticketId, score: rating.score, how });
    return rating;
  }
}

interface Written {
  ticketId: number;
  rating: Rating;
}

/** Links are made for requesters; whoever holds one may do what a requester may, and only rate. */
const whoBehind = ({ userId }: RatingRight): Who => ({ id: userId, role: 'user' });
