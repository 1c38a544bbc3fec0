import { TicketEntity } from '../src/tickets/ticket.entity.js';
import type { TicketRow } from '../src/tickets/ticket-columns.js';

export const OPENED = new Date('2026-11-24T09:00:00.000Z');
export const LATER = new Date('2026-11-24T10:00:00.000Z');

/** A ticket in memory: opened by person 1, nothing has happened to it yet. */
export function aTicket(facts: Partial<TicketEntity> = {}): TicketEntity {
  return Object.assign(new TicketEntity(), {
    id: 182,
    userId: 1,
    assignedToId: null,
    createdAt: OPENED,
    updatedAt: OPENED,
    resolvedAt: null,
    closedAt: null,
    firstResponseAt: null,
    deletedAt: null,
    version: 1,
    internalVersion: 0,
    publicCommentCount: 0,
    internalCommentCount: 0,
    status: 'open',
    priority: 'medium',
    category: 'bug',
    title: 'Printer on fire',
    description: 'Smoke.',
    adminFeedback: null,
    resolutionCount: 0,
    isRated: false,
    ratedAt: null,
    score: null,
    closingSoonAt: null,
    ...facts,
  });
}

/** The same as a statement returns it, without a comment unless the facts have one. */
export function aTicketRow(facts: Partial<TicketRow> = {}): TicketRow {
  const none = { latestAuthorId: null, latestExcerpt: null, latestIsInternal: null, latestCreatedAt: null };
  return { ...aTicket(facts), ...none, tags: [], ...facts };
}
