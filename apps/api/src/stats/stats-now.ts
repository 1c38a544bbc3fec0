import {
  ACTIVE_TICKET_STATUSES,
  type AssigneeTotal,
  type StatsLoad,
  type StatsNow,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
} from '@ticketing/contracts';
import type { UserRefs } from '../users/index.js';
import { placeOf, type StatNumbers } from './stat-numbers.js';
import { SERIES, type Series } from './stats-series.js';

/** All tickets as they are, by each of their values. */
export function presentNow(numbers: StatNumbers, people: UserRefs): StatsNow {
  return {
    total: numbers.now(SERIES.nowByPriority),
    by_status: TICKET_STATUSES.map((status) => ({
      status,
      total: numbers.now(SERIES.nowByPriority, [status]),
    })),
    by_priority: TICKET_PRIORITIES.map((priority) => ({
      priority,
      ...load(numbers, SERIES.nowByPriority, placeOf(TICKET_PRIORITIES, priority)),
    })),
    by_category: TICKET_CATEGORIES.map((category) => ({
      category,
      ...load(numbers, SERIES.nowByCategory, placeOf(TICKET_CATEGORIES, category)),
    })),
    by_assignee: presentAssignees(numbers, people),
  };
}

function load(numbers: StatNumbers, series: Series, value: number): StatsLoad {
  return {
    active: numbers.now(series, ACTIVE_TICKET_STATUSES, value),
    total: numbers.now(series, undefined, value),
  };
}

function presentAssignees(numbers: StatNumbers, people: UserRefs): AssigneeTotal[] {
  const ids = new Set(numbers.of('now', SERIES.nowByAssignee).map(({ value }) => value));
  const count = (status: (typeof ACTIVE_TICKET_STATUSES)[number], id: number) =>
    numbers.now(SERIES.nowByAssignee, [status], id);
  return [...ids.add(0)]
    .map((id) => ({
      assignee: id === 0 ? null : people.of(id),
      ...load(numbers, SERIES.nowByAssignee, id),
      open: count('open', id),
      in_progress: count('in_progress', id),
      pending_user: count('pending_user', id),
    }))
    .sort((a, b) => b.active - a.active || (a.assignee?.id ?? 0) - (b.assignee?.id ?? 0));
}
