import { invalidInput, notFound } from '../platform/http/problem.js';

export const notificationNotFound = () => notFound('There is no such notification.');

/** A cell that the caller's matrix does not have. */
export const noSuchCell = (index: number) =>
  invalidInput([{ pointer: `/preferences/${index}`, detail: 'There is no such event and channel for you.' }]);
