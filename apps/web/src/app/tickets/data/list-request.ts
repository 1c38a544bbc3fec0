import type { HttpResourceRequest } from '@angular/common/http';
import type { ListPlace, ListView } from './list-place';

const PATHS: Record<ListView, string> = {
  mine: '/api/tickets/my_tickets/',
  all: '/api/tickets/',
  assigned: '/api/tickets/assigned_to_me/',
  unassigned: '/api/tickets/',
};

type Parameters = Record<string, string | readonly string[]>;

/** The request behind a place: one page of it, the first unless a cursor says otherwise. */
export function listRequest(
  place: ListPlace,
  cursor: string | null = null,
): { url: string; params: Parameters } {
  const { filters, sort } = place;
  const params: Record<string, string | readonly string[] | null> = {
    status: filters.status,
    priority: filters.priority,
    category: filters.category,
    assigned_to: place.view === 'unassigned' ? 'none' : filters.assignee,
    created_after: filters.createdFrom && startOfDay(filters.createdFrom, 0),
    // The API's "before" is exclusive, people's "to" includes the day.
    created_before: filters.createdTo && startOfDay(filters.createdTo, 1),
    q: filters.q,
    sort,
    cursor,
  };
  return { url: PATHS[place.view], params: withoutEmpty(params) } satisfies HttpResourceRequest;
}

/** Midnight of a day in the reader's time zone, so many days later. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function withoutEmpty(params: Record<string, string | readonly string[] | null>): Parameters {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | readonly string[]] => !!entry[1]?.length,
    ),
  );
}
