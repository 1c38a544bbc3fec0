import { Injectable } from '@nestjs/common';
import type { FieldChange, TagRef } from '@ticketing/contracts';
import { rowsIn, type Tx } from '../platform/database/database.js';
import { named, type Statement } from '../platform/database/statement.js';
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

/** A tag may be restored, and back on its tickets, after somebody has read what they carry. */
const UNLESS_THERE = 'on conflict do nothing';

const ADD = named(
  'ticket-tags.add',
  `insert into ticket_tags (ticket_id, tag_id, created_at, updated_at, resolved_at, first_response_at, rated_at,
     priority, is_live, status)
   select t.id, n.tag_id, t.created_at, t.updated_at, t.resolved_at, t.first_response_at, t.rated_at,
     t.priority, t.deleted_at is null, t.status
     from tickets t, unnest($2::int[]) as n (tag_id) where t.id = $1 ${UNLESS_THERE}`,
);

const CARRIED_BY = named<{ ticketId: number; tags: TagRef[] }>(
  'ticket-tags.carried-by',
  `select k.ticket_id as "ticketId",
          json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by g.name_key) as tags
     from ticket_tags k join tags g on g.id = k.tag_id
    where k.ticket_id = any($1::int[]) and g.deleted_at is null group by k.ticket_id`,
);

/** Pairs of ticket and tag. */
const REMOVE_ALL = named(
  'ticket-tags.remove-all',
  `delete from ticket_tags k using unnest($1::int[], $2::int[]) n (ticket_id, tag_id)
    where k.ticket_id = n.ticket_id and k.tag_id = n.tag_id`,
);

const ADD_ALL = named(
  'ticket-tags.add-all',
  `insert into ticket_tags (ticket_id, tag_id, created_at, updated_at, resolved_at, first_response_at, rated_at,
     priority, is_live, status)
   select t.id, n.tag_id, t.created_at, t.updated_at, t.resolved_at, t.first_response_at, t.rated_at,
     t.priority, t.deleted_at is null, t.status
     from unnest($1::int[], $2::int[]) n (ticket_id, tag_id) join tickets t on t.id = n.ticket_id ${UNLESS_THERE}`,
);

/** Other tags for one ticket: those that it carries, and those that it shall, by name. */
export interface Retagging {
  ticketId: number;
  carried: TagRef[];
  wanted: TagRef[];
  /** Ids of deleted tags that shall not come back with their restoring either. */
  forgotten?: number[];
}

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
    return tagChange({ carried, wanted });
  }

  /** What each of them carries; none are left out. */
  async carriedBy(tx: Tx, ticketIds: number[]): Promise<Map<number, TagRef[]>> {
    const rows = await rowsIn(tx, CARRIED_BY, [ticketIds]);
    return new Map(rows.map(({ ticketId, tags }) => [ticketId, tags]));
  }

  /** Those of them that can be put on tickets, by name. @throws ProblemError 400 at this field, unless all can */
  async known(tx: Tx, ids: number[], pointer: string): Promise<TagRef[]> {
    const tags = await this.live(tx, ids);
    if (tags.length !== ids.length) throw unknownTags(pointer);
    return tags;
  }

  /** Those of them that can be put on tickets, by name. */
  async live(tx: Tx, ids: number[]): Promise<TagRef[]> {
    return ids.length === 0 ? [] : this.tags.live(tx, ids);
  }

  /** Many tickets, in two statements. */
  async retagAll(tx: Tx, retaggings: Retagging[]): Promise<void> {
    await this.forPairs(tx, REMOVE_ALL, retaggings, ({ carried, wanted, forgotten = [] }) => [
      ...without(carried, wanted),
      ...forgotten,
    ]);
    await this.forPairs(tx, ADD_ALL, retaggings, ({ carried, wanted }) => without(wanted, carried));
  }

  private async forPairs(
    tx: Tx,
    statement: Statement<object>,
    retaggings: Retagging[],
    tagsOf: (retagging: Retagging) => number[],
  ): Promise<void> {
    const pairs = retaggings.flatMap((one) => tagsOf(one).map((tagId) => [one.ticketId, tagId] as const));
    if (pairs.length === 0) return;
    await rowsIn(tx, statement, [pairs.map(([ticketId]) => ticketId), pairs.map(([, tagId]) => tagId)]);
  }
}

/** Ids of those that are not among the others. */
function without(tags: TagRef[], others: TagRef[]): number[] {
  const known = new Set(others.map(({ id }) => id));
  return tags.map(({ id }) => id).filter((id) => !known.has(id));
}

/** What changed, by the names of now; empty when nothing did. */
export function tagChange({ carried, wanted }: Pick<Retagging, 'carried' | 'wanted'>): FieldChange[] {
  const isSame = without(carried, wanted).length + without(wanted, carried).length === 0;
  return isSame ? [] : [{ field: 'tags', from: namesOf(carried), to: namesOf(wanted) }];
}

function namesOf(tags: TagRef[]): string | null {
  return tags.map(({ name }) => name).join(', ') || null;
}
