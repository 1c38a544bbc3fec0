import { type SchemaPathTree, required } from '@angular/forms/signals';
import { RATING_LIMITS, type RateTicketRequest } from '@ticketing/contracts';
import { textWithin } from './text-rules';

const { min, max } = RATING_LIMITS.score;

/** What can be chosen, as the texts of a form. */
export const SCORES: readonly string[] = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));

/** A rating as it is being filled in; the score is empty before one is chosen. */
export type TypedRating = Record<'score' | 'comment', string>;

/** Checks a rating as the API will. */
export function ratingRules(path: SchemaPathTree<TypedRating>): void {
  required(path.score, { message: 'Choose a number.' });
  textWithin(path.comment, 'Your comment', RATING_LIMITS.comment);
}

/** The rating as it is sent. */
export function ratingOf({ score, comment }: TypedRating): RateTicketRequest {
  const said = comment.trim();
  return { score: Number(score), ...(said !== '' && { comment: said }) };
}

/** "You rated this 4 of 5." */
export function ratedWords(score: number): string {
  return `You rated this ${score} of ${max}.`;
}
