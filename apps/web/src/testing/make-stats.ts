import {
  type AgentStatsList,
  STATS_METRICS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketStats,
} from '@ticketing/contracts';
import { ADA, GRACE } from './make';

/** Statistics as the API sends them. Tests name only the facts that matter to them. */

const compared = <T>(value: T, previous: T = value) => ({ value, previous });

/** A week of a small desk: 14 tickets came, 10 were resolved, 8 are active. */
export function makeStats(facts: Partial<TicketStats> = {}): TicketStats {
  return { ...makeFrame(), ...makeTiles(), ...makeCounts(), now: makeNow(), ...facts };
}

function makeFrame() {
  return {
    period: { from: '2026-11-19', to: '2026-11-25', days: 7 },
    previous_period: { from: '2026-11-12', to: '2026-11-18', days: 7 },
    definitions: STATS_METRICS.map((key) => ({
      key,
      title: `Title of ${key}`,
      text: `Text of ${key}.`,
      unit: 'tickets' as const,
    })),
    reconciliation: { reconciled_at: '2026-11-25T03:00:00.000Z', differences: 0 },
  };
}

function makeTiles() {
  return {
    active: compared(8, 4),
    unassigned: compared(3),
    backlog: {
      median_days: compared<number | null>(2, 3),
      oldest_days: 40,
      groups: [
        { created_after: '2026-11-25', created_before: '2026-11-26', from_days: 0, to_days: 0, count: 5 },
        { created_after: null, created_before: '2026-10-27', from_days: 30, to_days: null, count: 3 },
      ],
    },
    created: compared(14, 10),
    resolved: compared(10, 8),
    first_response: {
      count: compared(12),
      median: compared<number | null>(3_600, 7_200),
      p90: compared<number | null>(12_000),
    },
    resolution: {
      count: compared(10),
      median: compared<number | null>(90_000, 86_400),
      p90: compared<number | null>(200_000),
    },
    satisfaction: {
      count: compared(4),
      mean: compared<number | null>(4.25, 4.5),
      satisfied: compared<number | null>(0.75),
      scores: [0, 0, 1, 1, 2],
    },
  };
}

function makeCounts() {
  return {
    per_day: Array.from({ length: 7 }, (_, index) => ({
      day: `2026-11-${19 + index}`,
      created: 2,
      resolved: index < 3 ? 2 : 1,
      active: 4 + index,
    })),
    by_status: TICKET_STATUSES.map((status, index) => ({ status, created: compared(4 - index) })),
    by_priority: TICKET_PRIORITIES.map((priority, index) => ({
      priority,
      created: compared(5 - index),
      resolved: compared(index),
    })),
    by_category: TICKET_CATEGORIES.map((category, index) => ({
      category,
      created: compared(index),
      resolved: compared(1),
    })),
    // Two tickets in the first hour of each day of the week.
    heat_map: Array.from({ length: 7 }, () => Array.from({ length: 24 }, (_, hour) => (hour === 0 ? 2 : 0))),
  };
}

function makeNow() {
  return {
    total: 100,
    by_status: TICKET_STATUSES.map((status) => ({ status, total: 20 })),
    by_priority: TICKET_PRIORITIES.map((priority) => ({ priority, active: 2, total: 25 })),
    by_category: TICKET_CATEGORIES.map((category) => ({ category, active: 1, total: 20 })),
    by_assignee: [
      { assignee: ADA, active: 5, total: 60, open: 3, in_progress: 2, pending_user: 0 },
      { assignee: null, active: 3, total: 40, open: 3, in_progress: 0, pending_user: 0 },
    ],
  };
}

export function makeAgentStats(facts: Partial<AgentStatsList> = {}): AgentStatsList {
  const { period, definitions } = makeStats();
  return {
    period,
    definitions,
    results: [ADA, GRACE].map((agent) => ({
      agent,
      active: 5,
      resolved: 6,
      first_response: { count: 4, median: 3_600 },
      resolution: { count: 6, median: null },
      satisfaction: { count: 2, mean: 4.5, satisfied: 1 },
    })),
    ...facts,
  };
}
