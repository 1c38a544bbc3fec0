import { invalidInput, ProblemError } from '../http/problem.js';

export const malformedKey = () =>
  invalidInput([{ pointer: 'Idempotency-Key', detail: 'Send 1 to 200 printable ASCII characters.' }]);

export const keyUsedForAnother = () =>
  new ProblemError(
    { slug: 'idempotency-key-reused', title: 'Key used for another request', status: 422 },
    'This Idempotency-Key belongs to another request. Take a new one.',
  );

export const requestInFlight = () =>
  new ProblemError(
    { slug: 'request-in-flight', title: 'Request in flight', status: 409 },
    'The same request is being worked on. Ask again shortly.',
    [],
    { 'Retry-After': '1' },
  );

/** The process died between its commit and its answer: done once, and never twice. */
export const answerLost = () =>
  new ProblemError(
    { slug: 'answer-lost', title: 'Done, but the answer was lost', status: 409 },
    'The request was carried out, but its answer was lost. Look for the result instead of repeating it.',
  );
