import type { BulkTicketChange } from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { requireMay, type TicketEntity, ticketPolicy } from '../../tickets/index.js';
import {
  deletingStandsAlone,
  feedbackNeedsStatus,
  nothingToChange,
  tagBothWays,
  ticketIsDeleted,
} from './bulk.problems.js';

/** @throws ProblemError 400 for a change that does not say what to do */
export function requireMeaning(change: BulkTicketChange): void {
  const given = Object.values(change).filter((value) => value !== undefined);
  if (given.length === 0) throw nothingToChange();
  if (change.is_deleted !== undefined && given.length > 1) throw deletingStandsAlone();
  if (change.admin_feedback !== undefined && change.status === undefined) throw feedbackNeedsStatus();
  if (isTagBothWays(change)) throw tagBothWays();
}

function isTagBothWays({ add_tags: added = [], remove_tags: removed = [] }: BulkTicketChange): boolean {
  return added.some((id) => removed.includes(id));
}

/**
 * The one place where a change of many tickets is done to each of them, under its lock and by the rules of a single
 * change; tags beside it, in `retag`. Nothing is written yet.
 * @throws ProblemError by the rule that forbids it
 */
export function applyChange(actor: Actor, ticket: TicketEntity, change: BulkTicketChange, now: Date): void {
  if (change.is_deleted !== undefined) return setDeleted(actor, ticket, change.is_deleted, now);
  if (ticket.deletedAt !== null) throw ticketIsDeleted();
  const { priority, category, assigned_to: assignee } = change;
  if (priority !== undefined || category !== undefined) {
    requireMay(ticketPolicy.edit, actor, ticket);
    ticket.edit({ priority, category });
  }
  if (assignee !== undefined) {
    requireMay(ticketPolicy.assign, actor, ticket);
    ticket.assignTo(assignee);
  }
  moveTo(actor, ticket, change, now);
}

function setDeleted(actor: Actor, ticket: TicketEntity, isDeleted: boolean, now: Date): void {
  requireMay(ticketPolicy.delete, actor, ticket);
  if (isDeleted === (ticket.deletedAt !== null)) return;
  if (isDeleted) ticket.delete(now);
  else ticket.restore();
}

function moveTo(actor: Actor, ticket: TicketEntity, change: BulkTicketChange, now: Date): void {
  if (change.status === undefined) return;
  requireMay(ticketPolicy.update_status, actor, ticket);
  ticket.moveTo(change.status, now);
  if (change.admin_feedback !== undefined) ticket.giveFeedback(change.admin_feedback);
}
