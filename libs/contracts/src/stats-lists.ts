import type { AssigneeTotal, BacklogGroup, StatsPeriod } from './stats.js';
import type { TicketListQuery } from './ticket-filters.js';
import { ACTIVE_TICKET_STATUSES } from './tickets.js';

/*
 * The list behind each number of the statistics, as a query of `GET /api/tickets/`: its total is the number. Both
 * sides read it here: the dashboard to link, the API's test to prove it. Lists of a period are in the order of the
 * moment that they are counted by.
 */

/** Days, both inclusive. */
type Period = Pick<StatsPeriod, 'from' | 'to'>;
type Narrower = Partial<
  Pick<
    TicketListQuery,
    'status' | 'priority' | 'category' | 'assigned_to' | 'score' | 'created_weekday' | 'created_hour'
  >
>;

/** Created in a period. */
export function createdList({ from, to }: Period, more: Narrower = {}): TicketListQuery {
  return { created_after: from, created_before: dayAfter(to), ...more, sort: '-created_at' };
}

/** Last resolved in a period. */
export function resolvedList({ from, to }: Period, more: Narrower = {}): TicketListQuery {
  return { resolved_after: from, resolved_before: dayAfter(to), ...more, sort: '-resolved_at' };
}

/** First answered in a period. */
export function answeredList({ from, to }: Period, more: Narrower = {}): TicketListQuery {
  const days = { first_response_after: from, first_response_before: dayAfter(to) };
  return { ...days, ...more, sort: '-first_response_at' };
}

/** Last rated in a period. */
export function ratedList({ from, to }: Period, more: Narrower = {}): TicketListQuery {
  return { rated_after: from, rated_before: dayAfter(to), ...more, sort: '-rated_at' };
}

/**
 * A cell of the heat map.
 * @param weekday 0 Monday to 6 Sunday, as in `TicketStats.heat_map`
 */
export function createdInHourList(period: Period, weekday: number, hour: number): TicketListQuery {
  return createdList(period, { created_weekday: weekday + 1, created_hour: hour });
}

/** Active now. */
export function activeList(more: Narrower = {}): TicketListQuery {
  return { status: [...ACTIVE_TICKET_STATUSES], ...more };
}

/** Active at the end of a day. */
export function activeAtEndOfList(day: string): TicketListQuery {
  return { active_at: dayAfter(day) };
}

/** Active now, created in the days of the group. */
export function backlogList({ created_after: after, created_before: before }: BacklogGroup): TicketListQuery {
  return { ...activeList(), ...(after !== null && { created_after: after }), created_before: before };
}

/** Who has a ticket, as lists filter by it. */
export function heldBy(assignee: AssigneeTotal['assignee']): Required<Pick<TicketListQuery, 'assigned_to'>> {
  return { assigned_to: assignee?.id ?? 'none' };
}

/** "Before" is exclusive. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
