import {
  type LookUpRatingRequest,
  RATING_LIMITS,
  type RateByLinkRequest,
  type RateTicketRequest,
} from '@ticketing/contracts';
import { IntegerField, SecretField, TextField } from '../../platform/http/fields.js';

/** Longer than any that we make. */
const LONGEST_TOKEN = 200;

export class RateTicketDto implements RateTicketRequest {
  @IntegerField({ ...RATING_LIMITS.score, description: 'From 1 (bad) to 5 (good).', example: 4 })
  score: number;

  @TextField({
    ...RATING_LIMITS.comment,
    description: 'A line of text.',
    example: 'Quick and friendly.',
    optional: true,
  })
  comment?: string;
}

export class LookUpRatingDto implements LookUpRatingRequest {
  @SecretField({
    max: LONGEST_TOKEN,
    description: 'From the mailed link, `/rate/<token>?score=4`.',
    example: '182-7-1-1795000000.rI6cYJt0wq3nFt9k5pQd7zP1m0yVhE2uXbS8oL4gK1A',
  })
  token: string;
}

export class RateByLinkDto extends RateTicketDto implements RateByLinkRequest {
  @SecretField({
    max: LONGEST_TOKEN,
    description: 'From the mailed link, `/rate/<token>?score=4`.',
    example: '182-7-1-1795000000.rI6cYJt0wq3nFt9k5pQd7zP1m0yVhE2uXbS8oL4gK1A',
  })
  token: string;
}
