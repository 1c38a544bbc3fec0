import { Injectable } from '@nestjs/common';
import type { FieldChange, TagRef } from '@ticketing/contracts';
import { rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { TagsRepository, unknownTags } from '../tags/index.js';

/** Deleted tags stay on their tickets, unseen, and come back with them. */
const CARRIED = named<TagRef>(
  'ticket-tags.carried',
  `select g.id, g.name, g.color from ticket_tags k join tags g on g.id = k.tag_id
    where k.ticket_id = $1 and g.deleted_at is null order by g.name_key`,
);

const REMOVE = named(
  'ticket-tags.remove',
  `delete from ticket_tags where ticket_id = $1 and tag_id = any($2::int[])`,
);

const ADD = named(
  'ticket-tags.add',
  `insert into ticket_tags (ticket_id, tag_id, created_at, updated_at, resolved_at, first_response_at, rated_at,
     priority, is_live, status)
   select t.id, n.tag_id, t.created_at, t.updated_at, t.resolved_at, t.first_response_at, t.rated_at,
     t.priority, t.deleted_at is null, t.status
     from tickets t, unnest($2::int[]) as n (tag_id) where t.id = $1`,
);

/** Puts tags on tickets. The caller holds the lock on the ticket, or has just made it. */
@Injectable()
export class TicketTags {
  constructor(private readonly tags: TagsRepository) {}

  /**
   * These and no others.
   * @returns what changed, by the names of now; empty when nothing did
   * @throws ProblemError 400 for one that is deleted or never was
   */
  async replace(tx: Tx, ticketId: number, ids: number[]): Promise<FieldChange[]> {
    const [carried, wanted] = [await rowsIn(tx, CARRIED, [ticketId]), await this.tags.live(tx, ids)];
    if (wanted.length !== ids.length) throw unknownTags();
    const [gone, added] = [without(carried, wanted), without(wanted, carried)];
    if (gone.length > 0) await rowsIn(tx, REMOVE, [ticketId, gone]);
    if (added.length > 0) await rowsIn(tx, ADD, [ticketId, added]);
    const change: FieldChange = { field: 'tags', from: namesOf(carried), to: namesOf(wanted) };
    return gone.length + added.length > 0 ? [change] : [];
  }
}

/** Ids of those that are not among the others. */
function without(tags: TagRef[], others: TagRef[]): number[] {
  const known = new Set(others.map(({ id }) => id));
  return tags.map(({ id }) => id).filter((id) => !known.has(id));
}

function namesOf(tags: TagRef[]): string | null {
  return tags.map(({ name }) => name).join(', ') || null;
}
