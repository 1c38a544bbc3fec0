import type { AuditEntry } from '@ticketing/contracts';

/** `user.rights_changed`: `User rights changed`. */
export function typeWords(type: string): string {
  const words = type.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function actorWords({ actor }: Pick<AuditEntry, 'actor'>): string {
  return actor?.name ?? 'The help desk itself';
}

/** Where in the admin area something is; null for what has no page of its own. */
export function pathOf({ object }: Pick<AuditEntry, 'object'>): string | null {
  return object === null || object.model === 'jobs' ? null : `/admin/${object.model}/${object.id}`;
}
