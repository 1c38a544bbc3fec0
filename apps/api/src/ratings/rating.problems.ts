import { invalidInput, ProblemError } from '../platform/http/problem.js';

export const alreadyRated = () =>
  new ProblemError(
    { slug: 'already-rated', title: 'Rated already', status: 409 },
    'How this was resolved was rated already.',
  );

/** Made up, changed, too old; or the ticket or the account behind it is gone. */
export const ratingLinkNotGood = () =>
  invalidInput([
    { pointer: '/token', detail: 'This link cannot be used any more. Rate on the ticket’s page.' },
  ]);

/** The mail spoke of a resolution that is not the last one any more. */
export const ratingLinkOutdated = () =>
  new ProblemError(
    { slug: 'rating-link-outdated', title: 'The ticket went on', status: 409 },
    'The ticket was reopened since this mail.',
  );
