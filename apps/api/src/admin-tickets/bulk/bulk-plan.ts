import type { BulkRefusal, BulkTicketChange, BulkTicketsRequest } from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { ProblemError } from '../../platform/http/problem.js';
import {
  asLocked,
  type Changed,
  differences,
  type Retagging,
  snapshotOf,
  tagChange,
  type TicketEntity,
  ticketNotFound,
  type TicketSnapshot,
} from '../../tickets/index.js';
import { applyChange } from './apply-change.js';
import { retag, type TagChange } from './bulk-tags.js';

/** A ticket that is another now, and what it takes to put it back. */
export interface Step extends Changed {
  before: TicketSnapshot;
  tags: Retagging;
}

/** What a change does to each of the tickets. Nothing is written yet. */
export interface BulkPlan {
  steps: Step[];
  unchanged: number[];
  refused: BulkRefusal[];
}

/** What is locked and looked up for a change. */
export interface BulkGround {
  /** Those of the tickets that there are. */
  tickets: TicketEntity[];
  tags: TagChange;
}

export function planBulk(
  actor: Actor,
  { ids, change }: BulkTicketsRequest,
  { tickets, tags }: BulkGround,
  now: Date,
): BulkPlan {
  const plan: BulkPlan = { steps: [], unchanged: [], refused: [] };
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  for (const id of ids.toSorted((a, b) => a - b)) {
    const ticket = byId.get(id);
    const step = ticket ? stepOf(actor, ticket, change, tags, now) : ticketNotFound();
    if (step instanceof ProblemError) {
      plan.refused.push({ id, title: ticket?.title ?? null, reason: step.detail });
    } else if (isChanged(step)) plan.steps.push(step);
    else plan.unchanged.push(id);
  }
  return plan;
}

/** @returns what a rule says against it, if one does */
function stepOf(
  actor: Actor,
  ticket: TicketEntity,
  change: BulkTicketChange,
  tagChanges: TagChange,
  now: Date,
): Step | ProblemError {
  const [locked, before] = [asLocked(ticket), snapshotOf(ticket)];
  try {
    applyChange(actor, ticket, change, now);
    const tags = retag(actor, ticket, tagChanges);
    const besides = tagChange(tags);
    if (besides.length > 0) ticket.markTagged();
    return { ticket, locked, before, tags, besides };
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

function isChanged({ ticket, before, besides = [] }: Step): boolean {
  return besides.length > 0 || differences(before, snapshotOf(ticket)).length > 0;
}
