import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Rating, RatingInvitation, TicketRating } from '@ticketing/contracts';
import { CurrentActor, Public } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import {
  HiddenTicketGuard,
  TicketIdPipe,
  type TicketRow,
  VisibleTicket,
  VisibleTicketGuard,
} from '../tickets/index.js';
import { LookUpRatingDto, RateByLinkDto, RateTicketDto } from './dto/rate.dto.js';
import { RatingDto, RatingInvitationDto, TicketRatingDto } from './dto/rating.dto.js';
import { RatingReader } from './rating-reader.js';
import { RatingsService } from './ratings.service.js';

const TicketParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 });

@ApiTags('ratings')
@ApiExtraModels(RatingDto)
@Controller()
export class RatingsController {
  constructor(
    private readonly ratings: RatingsService,
    private readonly reader: RatingReader,
  ) {}

  @Get('tickets/:id/rating')
  @SignedIn()
  @UseGuards(VisibleTicketGuard)
  @TicketParam()
  @ApiOperation({
    summary: 'Read how a ticket was rated',
    description: 'The rating of its latest resolution.',
  })
  @ApiOkResponse({ type: TicketRatingDto })
  @ApiProblems(404)
  async read(@VisibleTicket() ticket: TicketRow): Promise<TicketRating> {
    return { rating: await this.reader.latest(ticket) };
  }

  @Post('tickets/:id/rating')
  @SignedIn()
  @UseGuards(HiddenTicketGuard)
  @Idempotent()
  @TicketParam()
  @ApiOperation({
    summary: 'Rate how the own ticket was resolved',
    description: 'Requester only, once for each resolution; it stays.',
  })
  @ApiCreatedResponse({ type: RatingDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  rate(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: RateTicketDto,
  ): Promise<Rating> {
    return this.ratings.rate(actor, id, body);
  }

  @Public()
  @Post('ratings/look_up')
  @HttpCode(200)
  @Limited('link')
  @ApiOperation({
    summary: 'Read what a mailed link would rate',
    description: 'Number and title of the ticket. Rates nothing; the token is no sign-in.',
  })
  @ApiOkResponse({ type: RatingInvitationDto })
  @ApiProblems(400, 413, 415, 429)
  lookUp(@Body() { token }: LookUpRatingDto): Promise<RatingInvitation> {
    return this.ratings.lookUp(token);
  }

  @Public()
  @Post('ratings/by_link')
  @Limited('link')
  @ApiOperation({
    summary: 'Rate with a mailed link',
    description: 'As its requester would on the ticket’s page, once. Links are good for 30 days.',
  })
  @ApiCreatedResponse({ type: RatingDto })
  @ApiProblems(400, 409, 413, 415, 429)
  rateByLink(@Body() body: RateByLinkDto): Promise<Rating> {
    return this.ratings.rateByLink(body);
  }
}
