import { notFound, ProblemError } from '../platform/http/problem.js';

export const emailTaken = () =>
  new ProblemError(
    { slug: 'email-taken', title: 'E-mail address taken', status: 409 },
    'There is an account with this e-mail address. Sign in instead.',
    [{ pointer: '/email', detail: 'There is an account with this e-mail address.' }],
  );

/** The same, to an admin. */
export const addressTaken = () =>
  new ProblemError(
    { slug: 'email-taken', title: 'E-mail address taken', status: 409 },
    'Somebody has an account with this e-mail address.',
    [{ pointer: '/email', detail: 'Somebody has an account with this e-mail address.' }],
  );

export const userNotFound = () => notFound('There is no such person.');

export const lastAdmin = () =>
  new ProblemError(
    { slug: 'last-admin', title: 'Last admin', status: 409 },
    'This is the last active admin. Make somebody else an admin first.',
  );
