import { conflict, invalidInput, notFound, ProblemError } from '../platform/http/problem.js';

export const mailNotFound = () => notFound('There is no such mail.');

export const noInbound = () => notFound('There is nothing here.');

/** As for an access token that is not good: whether the secret is known here is not told. */
export const wrongInboundSecret = () =>
  new ProblemError(
    { slug: 'unauthenticated', title: 'Not signed in', status: 401 },
    'Send the secret in the Authorization header.',
    [],
    { 'WWW-Authenticate': 'Bearer realm="inbound mail"' },
  );

export const mailCutOff = () => invalidInput([{ pointer: '', detail: 'The mail was cut off.' }]);

export const mailEmpty = () => invalidInput([{ pointer: '', detail: 'The mail is empty.' }]);

export const mailAlreadyDecided = () =>
  conflict('Somebody decided about this mail already, or it was filed by itself.');

export const mailUnreadable = () =>
  conflict('This mail cannot be read, or its source is deleted. Write down what matters by hand.');

export const nobodyToAcceptAs = (detail: string) => invalidInput([{ pointer: '/user_id', detail }]);

export const ticketNeeded = () =>
  invalidInput([{ pointer: '/ticket_id', detail: 'Say which ticket it is a comment on.' }]);

export const ticketOutOfSight = () =>
  invalidInput([{ pointer: '/ticket_id', detail: 'This person sees no such ticket.' }]);
