import type { AuditEntry } from '@ticketing/contracts';

const WORDS: Readonly<Record<string, string>> = {
  'user.first_admin_made': 'First admin made',
  'user.rights_changed': 'Rights changed',
  'user.two_factor_enabled': 'Two-factor sign-in set up',
  'user.two_factor_disabled': 'Two-factor sign-in switched off',
};

/** `ticket.status_changed`: `Ticket status changed`. */
export function typeWords(type: string): string {
  const words = type.replaceAll(/[._]/g, ' ');
  return WORDS[type] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

export function actorWords({ actor }: Pick<AuditEntry, 'actor'>): string {
  return actor?.name ?? 'The help desk itself';
}

/** Where in the admin area something is; null for what has no page of its own. */
export function pathOf({ object }: Pick<AuditEntry, 'object'>): string | null {
  return object === null || object.model === 'jobs' ? null : `/admin/${object.model}/${object.id}`;
}
