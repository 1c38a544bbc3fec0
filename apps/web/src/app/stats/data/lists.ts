import type { Params } from '@angular/router';
import { ACTIVE_TICKET_STATUSES, type UserRef } from '@ticketing/contracts';
import { type TicketFilters, listLink } from '../../tickets/index';
import { type Period, shifted } from './period';

/*
 * The list behind each number. Days are those of UTC, as the API counts them; "before" is exclusive.
 */

type Narrower = Partial<TicketFilters>;

export function createdList({ from, to }: Period, more: Narrower = {}): Params {
  return listLink({ createdAfter: from, createdBefore: shifted(to, 1), ...more });
}

export function resolvedList({ from, to }: Period, more: Narrower = {}): Params {
  return listLink({ resolvedAfter: from, resolvedBefore: shifted(to, 1), ...more });
}

/** Tickets that are neither resolved nor closed. */
export function activeList(more: Narrower = {}): Params {
  return listLink({ status: ACTIVE_TICKET_STATUSES, ...more });
}

/** Who has it, as the list filters: nobody, or an admin. */
export function heldBy(person: UserRef | null): Narrower {
  return { assignee: person ? String(person.id) : 'none' };
}

/** Created within an hour of a day. */
export function createdInHour(day: string, hour: number): Params {
  const next = hour === 23 ? shifted(day, 1) : `${day}T${twoDigits(hour + 1)}:00Z`;
  return listLink({ createdAfter: `${day}T${twoDigits(hour)}:00Z`, createdBefore: next });
}

export function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
