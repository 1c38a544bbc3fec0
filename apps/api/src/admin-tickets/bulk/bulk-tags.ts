import { TAG_LIMITS, type TagRef } from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { nameKeyOf } from '../../tags/index.js';
import { requireMay, type Retagging, type TicketEntity, ticketPolicy } from '../../tickets/index.js';
import { tooManyTagsOnTicket } from './bulk.problems.js';

/** Tags as a change of many tickets has them: looked up, with what each ticket carries. */
export interface TagChange {
  add: TagRef[];
  remove: TagRef[];
  carried: Map<number, TagRef[]>;
}

/** Nothing is written yet. @throws ProblemError when the ticket would have too many */
export function retag(actor: Actor, ticket: TicketEntity, { add, remove, carried }: TagChange): Retagging {
  const before = carried.get(ticket.id) ?? [];
  if (add.length + remove.length === 0) return { ticketId: ticket.id, carried: before, wanted: before };
  requireMay(ticketPolicy.tag, actor, ticket);
  const wanted = withoutThese(before, remove).concat(withoutThese(add, before)).sort(byName);
  if (wanted.length > TAG_LIMITS.perTicket) throw tooManyTagsOnTicket();
  return { ticketId: ticket.id, carried: before, wanted };
}

export function withoutThese(tags: TagRef[], others: TagRef[]): TagRef[] {
  const known = new Set(others.map(({ id }) => id));
  return tags.filter(({ id }) => !known.has(id));
}

export function byName(a: TagRef, b: TagRef): number {
  const [one, other] = [nameKeyOf(a.name), nameKeyOf(b.name)];
  return one < other ? -1 : Number(one > other);
}
