import { conflict, ProblemError } from '../platform/http/problem.js';

const OWN = { slug: 'own-account', title: 'Own account', status: 409 };

/** Nobody shuts themselves out by a wrong click; another admin can. */
export const ownRights = () =>
  new ProblemError(OWN, 'This is your own account. Only another admin can take away its rights.');

/** There it asks for the password: a session left open must not be enough. */
export const ownTwoFactor = () =>
  new ProblemError(OWN, 'This is your own account. Switch it off in your settings, with your password.');

export const personIsInactive = () => conflict('They are deactivated. Let them in again first.');
