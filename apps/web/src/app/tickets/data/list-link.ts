import type { Params } from '@angular/router';
import { DEFAULT_SORT, NO_FILTERS, type TicketFilters, placeToUrl } from './list-place';

/** Query parameters of `/tickets` that lead admins to the list of all tickets with these filters. */
export function listLink(filters: Partial<TicketFilters>): Params {
  const place = { view: 'all', filters: { ...NO_FILTERS, ...filters }, sort: DEFAULT_SORT } as const;
  return Object.fromEntries(Object.entries(placeToUrl(place, true)).filter(([, value]) => value !== null));
}
