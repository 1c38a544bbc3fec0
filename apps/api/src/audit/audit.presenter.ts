import type { AuditEntry, UserRef } from '@ticketing/contracts';
import { keptChanges, personOf, readable } from './audit-changes.js';
import type { AuditRow } from './audit-row.js';
import type { KnownTitles } from './audit-titles.js';

/** Everybody whom the entry mentions: who did it, and whose ids are old and new values. */
export function peopleOf(row: AuditRow): (number | null)[] {
  const changed = keptChanges(row).flatMap(({ field, from, to }) => [
    personOf(field, from),
    personOf(field, to),
  ]);
  return [row.actorId, ...changed];
}

export function presentAuditEntry(
  row: AuditRow,
  people: ReadonlyMap<number, UserRef>,
  titles: KnownTitles,
): AuditEntry {
  const { id, type, actorId, model, objectId, createdAt } = row;
  return {
    id,
    type,
    actor: (actorId !== null && people.get(actorId)) || null,
    object: objectId === 0 ? null : { model, id: objectId, title: titles.of(row) },
    changes: keptChanges(row).map((change) => readable(change, (who) => people.get(who)?.name)),
    created_at: createdAt.toISOString(),
  };
}
