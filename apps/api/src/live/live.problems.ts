import { ProblemError, unavailable } from '../platform/http/problem.js';

/** Longer than a tab that was closed is still counted. */
const RETRY_SECONDS = 30;

export const tooManyStreams = (most: number) =>
  new ProblemError(
    { slug: 'too-many-streams', title: 'Too many streams', status: 429 },
    `${most} streams are open already. Close one, or share it between tabs.`,
    [],
    { 'Retry-After': String(RETRY_SECONDS) },
  );

/** This process has as many as it can hold, or is about to end: another one may take it. */
export const noRoomForStreams = unavailable;
