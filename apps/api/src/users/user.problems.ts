import { ProblemError } from '../platform/http/problem.js';

export const emailTaken = () =>
  new ProblemError(
    { slug: 'email-taken', title: 'E-mail address taken', status: 409 },
    'There is an account with this e-mail address. Sign in instead.',
    [{ pointer: '/email', detail: 'There is an account with this e-mail address.' }],
  );
