import type { HttpResourceRequest } from '@angular/common/http';
import type { ListPlace, ListView, TicketFilters } from './list-place';

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
    tag: filters.tag,
    assigned_to: place.view === 'unassigned' ? 'none' : filters.assignee,
    ...createdWithin(filters),
    resolved_after: filters.resolvedAfter,
    resolved_before: filters.resolvedBefore,
    first_response_after: filters.answeredAfter,
    first_response_before: filters.answeredBefore,
    score: filters.score.map(String),
    rated_after: filters.ratedAfter,
    rated_before: filters.ratedBefore,
    created_weekday: asText(filters.createdWeekday),
    created_hour: asText(filters.createdHour),
    active_at: filters.activeAt,
    q: filters.q,
    sort,
    cursor,
  };
  return { url: PATHS[place.view], params: withoutEmpty(params) } satisfies HttpResourceRequest;
}

function asText(value: number | null): string | null {
  return value === null ? null : String(value);
}

/** What narrows more wins: days of the reader's own time zone beside moments. */
function createdWithin(filters: TicketFilters): {
  created_after: string | null;
  created_before: string | null;
} {
  const { createdFrom, createdTo, createdAfter, createdBefore } = filters;
  return {
    created_after: latest(createdAfter, createdFrom && startOfDay(createdFrom, 0)),
    // The API's "before" is exclusive, people's "to" includes the day.
    created_before: earliest(createdBefore, createdTo && startOfDay(createdTo, 1)),
  };
}

/** Moments of ISO 8601 in UTC are in order as texts, too. */
function latest(one: string | null, other: string | null): string | null {
  return one && other ? (one > other ? one : other) : (one ?? other);
}

function earliest(one: string | null, other: string | null): string | null {
  return one && other ? (one < other ? one : other) : (one ?? other);
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
