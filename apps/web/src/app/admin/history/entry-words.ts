import type { AuditEntry } from '@ticketing/contracts';

/** `user.rights_changed`: `User rights changed`. */
export function typeWords(type: string): string {
  return capital(type.replaceAll(/[._]/g, ' '));
}

/** `is_active`: `Active`; `assigned_to`: `Assigned to`. */
export function fieldWords(field: string): string {
  return capital(field.replace(/^(is|has)_/, '').replaceAll('_', ' '));
}

export function actorWords({ actor }: Pick<AuditEntry, 'actor'>): string {
  return actor?.name ?? 'The help desk itself';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
