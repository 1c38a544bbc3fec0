import { ProblemError } from '../platform/http/problem.js';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="ticketing"' };

export const notSignedIn = () =>
  new ProblemError(
    { slug: 'unauthenticated', title: 'Not signed in', status: 401 },
    'Send a valid access token in the Authorization header.',
    [],
    CHALLENGE,
  );

/** The same for an unknown address and a wrong password. */
export const badCredentials = () =>
  new ProblemError(
    { slug: 'bad-credentials', title: 'Not signed in', status: 401 },
    'E-mail or password is wrong.',
    [],
    CHALLENGE,
  );

/** Says no more: expired, revoked, used twice and made up look the same. */
export const refreshRefused = () =>
  new ProblemError(
    { slug: 'session-ended', title: 'Session ended', status: 401 },
    'The session has ended. Sign in again.',
    [],
    CHALLENGE,
  );

export const foreignOrigin = () =>
  new ProblemError(
    { slug: 'foreign-origin', title: 'Not allowed', status: 403 },
    'The session cookie only counts for requests from this site.',
  );
