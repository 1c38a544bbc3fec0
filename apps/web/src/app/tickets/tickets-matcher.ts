import type { UrlMatchResult, UrlSegment } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';

/** Matches `/tickets` and `/tickets/182`, as one route. */
export function ticketsMatcher(segments: UrlSegment[]): UrlMatchResult | null {
  const [first, id, ...rest] = segments;
  if (first?.path !== 'tickets' || rest.length > 0) return null;
  if (!id) return { consumed: segments };
  return isTicketId(id.path) ? { consumed: segments, posParams: { id } } : null;
}

function isTicketId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= LIMITS.id.max;
}
