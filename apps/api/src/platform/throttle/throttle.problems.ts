import { ProblemError } from '../http/problem.js';

/** @param seconds until the next try is worth making */
export const tooManyRequests = (seconds: number) =>
  new ProblemError(
    { slug: 'too-many-requests', title: 'Too many requests', status: 429 },
    `That was too often. Try again in ${Math.ceil(seconds / 60)} min.`,
    [],
    { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
  );
