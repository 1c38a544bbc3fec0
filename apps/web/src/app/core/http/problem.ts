import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@ticketing/contracts';
import { retryAfter } from './retry-after';

/** The problem that the API answered with, or null when no answer came (or one of somebody else's). */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof HttpErrorResponse)) return null;
  const body: unknown = error.error;
  return isProblem(body) ? body : null;
}

/** The HTTP status of an error; 0 when the server could not be reached. */
export function statusOf(error: unknown): number {
  return error instanceof HttpErrorResponse ? error.status : 0;
}

/** Whether the API answered with the problem of that name (`/problems/<slug>`). */
export function isProblemOf(error: unknown, slug: string): boolean {
  return problemOf(error)?.type === `/problems/${slug}`;
}

/** One sentence for people about what went wrong. */
export function sentenceFor(error: unknown): string {
  const again = statusOf(error) === 429 ? retryAfter(error) : null;
  if (again) return `That was too often. Try again ${again}.`;
  const problem = problemOf(error);
  if (problem) return problem.detail;
  if (statusOf(error) === 0) return 'The server cannot be reached. Check your connection and try again.';
  return 'The server has a problem. Try again in a moment.';
}

/** What the API says about one field of the body (`/title`), or null. */
export function fieldProblem(error: unknown, field: string): string | null {
  return problemOf(error)?.errors.find(({ pointer }) => pointer === `/${field}`)?.detail ?? null;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && 'errors' in body;
}
