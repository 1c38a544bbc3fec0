import { conflict, notFound, ProblemError } from '../platform/http/problem.js';

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

/** The same for a link that was made up, used, or has expired. */
export const linkNotGood = () =>
  new ProblemError(
    { slug: 'link-not-good', title: 'Link not good', status: 400 },
    'This link was used already or has expired. Ask for a new one.',
    [{ pointer: '/token', detail: 'Used already, or expired.' }],
  );

/** Password right, code missing. */
export const twoFactorRequired = () =>
  new ProblemError(
    { slug: 'two-factor-required', title: 'Code needed', status: 401 },
    'Enter the code of your authenticator app.',
    [{ pointer: '/code', detail: 'Six digits of the app, or a recovery code.' }],
    CHALLENGE,
  );

/** Password right, code wrong. */
export const wrongCode = () =>
  new ProblemError(
    { slug: 'two-factor-wrong', title: 'Wrong code', status: 401 },
    'This code is wrong or was used already.',
    [{ pointer: '/code', detail: 'Wrong, or used already.' }],
    CHALLENGE,
  );

/** SECRET_KEY was replaced without SECRET_KEY_PREVIOUS: the seed is lost, recovery codes are not. */
export const twoFactorUnreadable = () =>
  new ProblemError(
    { slug: 'two-factor-unreadable', title: 'App code cannot be checked', status: 409 },
    'The server can no longer check codes of your app. Use a recovery code, then set up the app again.',
    [{ pointer: '/code', detail: 'Use a recovery code.' }],
  );

export const twoFactorSetUpFirst = () =>
  new ProblemError(
    { slug: 'two-factor-set-up-first', title: 'Set up two-factor sign-in first', status: 403 },
    'Admins need two-factor sign-in here. Set it up in your account.',
  );

export const twoFactorIsOn = () => conflict('Two-factor sign-in is on already. Switch it off first.');

export const twoFactorIsOff = () => conflict('Two-factor sign-in is not being set up.');

export const twoFactorIsOffAlready = () => conflict('Two-factor sign-in is off.');

export const sessionNotFound = () => notFound('There is no such session.');

export const foreignOrigin = () =>
  new ProblemError(
    { slug: 'foreign-origin', title: 'Not allowed', status: 403 },
    'The session cookie only counts for requests from this site.',
  );
