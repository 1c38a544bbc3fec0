import type { TicketStatus } from '@ticketing/contracts';
import { invalidInput, notFound, ProblemError } from '../platform/http/problem.js';

const WORDS: Record<TicketStatus, string> = {
  open: 'open',
  in_progress: 'in progress',
  pending_user: 'pending',
  resolved: 'resolved',
  closed: 'closed',
};

/** A status as people say it. */
export const wordsOf = (status: TicketStatus) => WORDS[status];

/** The same for an id that never was and one that the caller may not see. */
export const ticketNotFound = () => notFound('There is no such ticket.');

export const illegalTransition = (from: TicketStatus, to: TicketStatus) =>
  new ProblemError(
    { slug: 'illegal-status-transition', title: 'Status change not possible', status: 409 },
    `A ticket that is ${wordsOf(from)} cannot become ${wordsOf(to)}.`,
    [{ pointer: '/status', detail: `Not possible from ${wordsOf(from)}.` }],
  );

export const ticketStateForbids = (status: TicketStatus) =>
  new ProblemError(
    { slug: 'ticket-state-forbids', title: 'Not possible in this state', status: 409 },
    `This is not possible while the ticket is ${wordsOf(status)}.`,
  );

/** The same for every id: whoever may not see tags learns nothing of them. */
export const tagsNotForYou = () =>
  invalidInput([{ pointer: '?tag', detail: 'Only admins can filter by tags.' }]);

export const templateNotActive = () =>
  invalidInput([{ pointer: '/template_id', detail: 'There is no such template to start from.' }]);

export const assigneeNotAdmin = (pointer = '/assigned_to') =>
  invalidInput([{ pointer, detail: 'Only an active admin can have a ticket.' }]);
