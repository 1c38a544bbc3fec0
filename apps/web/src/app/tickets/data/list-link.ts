import type { Params } from '@angular/router';
import type { TicketListQuery } from '@ticketing/contracts';
import { DEFAULT_SORT, NO_FILTERS, type TicketFilters, placeToUrl } from './list-place';

/** Query parameters of `/tickets` that lead admins to the list of all tickets that this query of the API has. */
export function listLink(query: TicketListQuery): Params {
  const filters = { ...NO_FILTERS, ...choicesOf(query), ...momentsOf(query) };
  const place = { view: 'all', filters, sort: query.sort ?? DEFAULT_SORT } as const;
  return Object.fromEntries(Object.entries(placeToUrl(place, true)).filter(([, value]) => value !== null));
}

function choicesOf({ status, priority, category, score, assigned_to: assignee }: TicketListQuery) {
  return {
    status: status ?? [],
    priority: priority ?? [],
    category: category ?? [],
    score: score ?? [],
    assignee: assignee === undefined ? null : String(assignee),
  } satisfies Partial<TicketFilters>;
}

/** What the rest of a query is called here. */
const KEYS = {
  created_after: 'createdAfter',
  created_before: 'createdBefore',
  created_weekday: 'createdWeekday',
  created_hour: 'createdHour',
  resolved_after: 'resolvedAfter',
  resolved_before: 'resolvedBefore',
  first_response_after: 'answeredAfter',
  first_response_before: 'answeredBefore',
  rated_after: 'ratedAfter',
  rated_before: 'ratedBefore',
  active_at: 'activeAt',
} as const satisfies Partial<Record<keyof TicketListQuery, keyof TicketFilters>>;

function momentsOf(query: TicketListQuery): Partial<TicketFilters> {
  const names = Object.keys(KEYS) as (keyof typeof KEYS)[];
  return Object.fromEntries(names.map((name) => [KEYS[name], query[name] ?? null]));
}
