import type { ProblemField } from '@ticketing/contracts';

/** What stays the same for every occurrence of one kind of problem. */
export interface ProblemKind {
  /** `/problems/<slug>` is its `type`. */
  slug: string;
  title: string;
  status: number;
}

/**
 * An expected error that the caller is told about. Features export functions that make them
 * (`ticketNotFound(id)`); one filter turns them into `application/problem+json` (RFC 9457).
 */
export class ProblemError extends Error {
  constructor(
    readonly kind: ProblemKind,
    /** For people: what happened this time. */
    readonly detail: string,
    readonly errors: ProblemField[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

const INVALID: ProblemKind = { slug: 'invalid-input', title: 'Invalid input', status: 400 };
const NOT_FOUND: ProblemKind = { slug: 'not-found', title: 'Not found', status: 404 };
const FORBIDDEN: ProblemKind = { slug: 'forbidden', title: 'Not allowed', status: 403 };
const CONFLICT: ProblemKind = { slug: 'conflict', title: 'Conflict', status: 409 };
const STALE: ProblemKind = { slug: 'stale-version', title: 'Changed in the meantime', status: 412 };
const UNAVAILABLE: ProblemKind = { slug: 'unavailable', title: 'Temporarily unavailable', status: 503 };
const TOO_LARGE: ProblemKind = { slug: 'body-too-large', title: 'Body too large', status: 413 };
const UNSUPPORTED: ProblemKind = {
  slug: 'unsupported-media-type',
  title: 'Unsupported media type',
  status: 415,
};
const INTERNAL: ProblemKind = { slug: 'internal-error', title: 'Internal error', status: 500 };

export const invalidInput = (errors: ProblemField[]) =>
  new ProblemError(
    INVALID,
    errors.map(({ detail }) => detail).join(' ') || 'The request is not valid.',
    errors,
  );

export const notFound = (detail: string) => new ProblemError(NOT_FOUND, detail);

export const forbidden = (detail: string) => new ProblemError(FORBIDDEN, detail);

export const conflict = (detail: string) => new ProblemError(CONFLICT, detail);

export const staleVersion = () =>
  new ProblemError(STALE, 'Somebody changed it since you read it. Read it again and repeat your change.');

export const unavailable = () =>
  new ProblemError(UNAVAILABLE, 'Something that the service needs is not there. Try again shortly.', [], {
    'Retry-After': '5',
  });

export const unsupportedMediaType = (detail: string) => new ProblemError(UNSUPPORTED, detail);

export const bodyTooLarge = (detail: string) => new ProblemError(TOO_LARGE, detail);

export const internalError = () => new ProblemError(INTERNAL, 'The server failed. It has been logged.');
