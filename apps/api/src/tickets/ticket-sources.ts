import type { TicketStatus } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { filterConditions } from './ticket-filter.js';
import type { TicketFilter } from './ticket-list.statement.js';
import { type Bindings, deletedFor, visibleTo } from './visible-to.js';

/** Which tickets a list is of: those that are there, or deleted ones, for `/api/admin/tickets/` alone. */
export type Among = 'live' | 'deleted';

const SIGHT = { live: visibleTo, deleted: deletedFor };

/** Where ids of a list come from, in its order: the tickets, or what repeats their sort columns for one tag. */
export interface TicketSource {
  from: string;
  /** The table with the sort columns and the status. */
  alias: string;
  id: string;
  conditions: string[];
}

/**
 * One source for each tag and status: an index on (tag, status, sort) is only ordered within one tag and status. A
 * ticket with two of the tags comes from two sources.
 */
export function sourcesOf(
  actor: Who,
  filter: TicketFilter,
  among: Among,
  bindings: Bindings,
): TicketSource[] {
  const { status = [] } = filter;
  const sources = sourcesOfAnyStatus(actor, filter, among, bindings);
  if (status.length === 0) return sources;
  return sources.flatMap((source) => status.map((one) => withStatus(source, one, bindings)));
}

/** The same without statuses: counting needs no order. */
export function sourcesOfAnyStatus(
  actor: Who,
  filter: TicketFilter,
  among: Among,
  bindings: Bindings,
): TicketSource[] {
  const visible = SIGHT[among](actor, bindings);
  const filters = filterConditions(actor, filter, bindings);
  const conditions = [visible, ...filters];
  const { tag = [] } = filter;
  if (tag.length === 0) return [{ from: 'tickets t', alias: 't', id: 't.id', conditions }];
  // an admin sees all that is not deleted: without other filters nobody needs the tickets, which a merge would walk
  const isAlone = actor.role === 'admin' && filters.length === 0;
  return tag.map((id) => tagged(id, among, isAlone ? undefined : conditions, bindings));
}

/** The tickets of one tag; none of a deleted one. */
function tagged(id: number, among: Among, ofTickets: string[] | undefined, bindings: Bindings): TicketSource {
  const bound = `${bindings.bind(id)}::int`;
  return {
    from: ofTickets ? 'ticket_tags g join tickets t on t.id = g.ticket_id' : 'ticket_tags g',
    alias: 'g',
    id: 'g.ticket_id',
    conditions: [
      `g.tag_id = ${bound}`,
      among === 'live' ? 'g.is_live' : 'not g.is_live',
      `exists (select from tags where id = ${bound} and deleted_at is null)`,
      ...(ofTickets ?? []),
    ],
  };
}

function withStatus(source: TicketSource, status: TicketStatus, bindings: Bindings): TicketSource {
  const condition = `${source.alias}.status = ${bindings.bind(status)}`;
  return { ...source, conditions: [...source.conditions, condition] };
}
