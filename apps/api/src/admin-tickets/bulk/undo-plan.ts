import type { BulkRefusal, TagRef } from '@ticketing/contracts';
import {
  asLocked,
  type Changed,
  differences,
  putBack,
  type Retagging,
  saidOn,
  snapshotOf,
  tagChange,
  type TicketEntity,
} from '../../tickets/index.js';
import type { ChangedTicket } from './bulk-change.entity.js';
import { byName } from './bulk-tags.js';

/** A ticket that is as it was, and its tags. */
export interface StepBack extends Changed {
  tags: Retagging;
}

/** What is locked and looked up for taking a change back. */
export interface UndoGround {
  tickets: TicketEntity[];
  /** Who had some of the tickets before, and cannot have any now. */
  lostAssignees: Set<number>;
  /** Those of the removed tags that there still are, by id. */
  tags: Map<number, TagRef>;
  /** What each ticket carries now. */
  carried: Map<number, TagRef[]>;
}

export function planUndo(
  changed: ChangedTicket[],
  ground: UndoGround,
): { steps: StepBack[]; left: BulkRefusal[] } {
  const byId = new Map(changed.map((one) => [one.id, one]));
  const steps: StepBack[] = [];
  const left: BulkRefusal[] = [];
  for (const ticket of ground.tickets) {
    const was = byId.get(ticket.id)!;
    const reason = reasonToLeave(ticket, was, ground);
    if (reason === undefined) steps.push(stepBack(ticket, was, ground));
    else left.push({ id: ticket.id, title: ticket.title, reason });
  }
  return { steps, left };
}

function reasonToLeave(ticket: TicketEntity, was: ChangedTicket, ground: UndoGround): string | undefined {
  if (isTouched(ticket, was)) return 'It was changed since.';
  const assignee = was.before.assignedToId;
  if (assignee !== was.after.assignedToId && ground.lostAssignees.has(assignee ?? 0))
    return 'Who had it is no active admin any more.';
  return was.removed.every((id) => ground.tags.has(id)) ? undefined : 'A tag that it had is deleted.';
}

/** Deleting and rating make no new version; whoever rated a resolution did rate one. */
function isTouched(ticket: TicketEntity, was: ChangedTicket): boolean {
  if (ticket.version !== was.version || ticket.internalVersion !== was.internalVersion) return true;
  const own = differences(was.before, was.after);
  const wouldHide = own.includes('deletedAt'); // with whatever was said since it was restored
  if (wouldHide && saidOn(ticket) !== was.comments) return true;
  const rating = wouldHide || own.includes('resolutionCount') ? (['isRated'] as const) : [];
  const watched = new Set([...own, ...rating, 'deletedAt']);
  return differences(was.after, snapshotOf(ticket)).some((field) => watched.has(field));
}

/** Not by the table of transitions: it does not have the ways back. */
function stepBack(ticket: TicketEntity, was: ChangedTicket, ground: UndoGround): StepBack {
  const locked = asLocked(ticket);
  putBack(ticket, was.before, differences(was.before, was.after));
  const carried = ground.carried.get(ticket.id) ?? [];
  const kept = carried.filter(({ id }) => !was.added.includes(id));
  const wanted = [...kept, ...was.removed.map((id) => ground.tags.get(id)!)].sort(byName);
  const forgotten = was.added.filter((id) => !carried.some((tag) => tag.id === id));
  const tags = { ticketId: ticket.id, carried, wanted, forgotten };
  const besides = tagChange(tags);
  if (besides.length > 0) ticket.markTagged();
  return { ticket, locked, tags, besides };
}
