import type { CommentView, FieldChange, TimelineEntry } from '@ticketing/contracts';
import type { TicketChangeData } from '../tickets/index.js';
import type { UserRefs } from '../users/index.js';
import type { TimelineRow } from './timeline.repository.js';

/** Everybody whom these entries mention: who did it, and old and new assignees. */
export function peopleOfTimeline(rows: TimelineRow[]): (number | null)[] {
  return rows.flatMap((row) => [
    row.actorId,
    ...changesOf(row)
      .filter(({ field }) => field === 'assigned_to')
      .flatMap(({ from, to }) => [toId(from), toId(to)]),
  ]);
}

export function presentEntry(row: TimelineRow, people: UserRefs, comment: CommentView | null): TimelineEntry {
  return {
    id: row.id,
    type: row.type,
    actor: people.ofNullable(row.actorId),
    is_internal: row.isInternal,
    created_at: row.createdAt.toISOString(),
    changes: changesOf(row).map((change) => withNames(change, people)),
    comment,
  };
}

function changesOf({ data }: TimelineRow): FieldChange[] {
  return (data as Partial<TicketChangeData>).changes ?? [];
}

/** The spine keeps ids of assignees, because names change; people read names. */
function withNames({ field, from, to }: FieldChange, people: UserRefs): FieldChange {
  if (field !== 'assigned_to') return { field, from, to };
  const nameOf = (id: string | null) => people.ofNullable(toId(id))?.name ?? null;
  return { field, from: nameOf(from), to: nameOf(to) };
}

function toId(id: string | null): number | null {
  return id === null ? null : Number(id);
}
