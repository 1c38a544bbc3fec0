import type { TicketCategory, TicketPriority, TicketStatus } from './tickets.js';
import type { UserRef } from './users.js';

/*
 * Statistics. One principle for all of them: a ticket counts where it belongs now. Whatever is changed, reopened,
 * deleted or restored moves its counts, also those of past days: so each number is that of the ticket list that it
 * opens. Days and hours are UTC; times are wall time, nights and weekends included.
 */

/** What is measured. Each has one definition, in the answer, to be shown beside the numbers. */
export const STATS_METRICS = [
  'active',
  'unassigned',
  'backlog_age',
  'created',
  'resolved',
  'first_response',
  'resolution',
  'satisfaction',
  'load',
  'heat_map',
] as const;
export type StatsMetric = (typeof STATS_METRICS)[number];

export const STATS_UNITS = ['tickets', 'seconds', 'days', 'score'] as const;
export type StatsUnit = (typeof STATS_UNITS)[number];

/** How a metric is counted, in words. */
export interface StatsDefinition {
  key: StatsMetric;
  /** `First answer`: the name of the tile. */
  title: string;
  /** The definition itself, a few sentences. */
  text: string;
  unit: StatsUnit;
}

/** The longest period that can be asked for, and the one that is taken when none is, in days. */
export const STATS_DAYS = { max: 366, standard: 30 } as const;

/** Query of `GET /api/tickets/stats/` and `GET /api/tickets/stats/agents/`. */
export interface StatsQuery {
  /** First day, `2026-11-01`, UTC. Left out: 30 days up to `to`. */
  from?: string;
  /** Last day, inclusive. Left out: today. */
  to?: string;
}

/** Days, both inclusive, `2026-11-01`. As a list: `created_after=<from>&created_before=<the day after to>`. */
export interface StatsPeriod {
  from: string;
  to: string;
  days: number;
}

/** A number of the period beside that of the period before, which is as long. Null: there is nothing to tell it from. */
export interface Compared<Value = number> {
  value: Value;
  previous: Value;
}

/** Times that tickets took, in seconds; median and p90 are at most 2 % off. Null when `count` is 0. */
export interface StatsDurations {
  /** Of how many tickets. */
  count: Compared;
  median: Compared<number | null>;
  p90: Compared<number | null>;
}

export interface StatsSatisfaction {
  /** Rated tickets. */
  count: Compared;
  /** Mean score, 1 to 5, with two digits. */
  mean: Compared<number | null>;
  /** Share of scores 4 and 5, 0 to 1. */
  satisfied: Compared<number | null>;
  /** How many of each score in the period: first 1, last 5. */
  scores: number[];
}

/** Tickets of one value now. Active: open, in progress or waiting for the requester. */
export interface StatsLoad {
  active: number;
  total: number;
}

export interface StatusTotal {
  status: TicketStatus;
  total: number;
}

export interface PriorityTotal extends StatsLoad {
  priority: TicketPriority;
}

export interface CategoryTotal extends StatsLoad {
  category: TicketCategory;
}

/** `GET /api/tickets/?assigned_to=<id>`, or `assigned_to=none` for null. */
export interface AssigneeTotal extends StatsLoad {
  assignee: UserRef | null;
  /** The active ones by status. */
  open: number;
  in_progress: number;
  pending_user: number;
}

/** All tickets as they are at this moment, whatever the period. */
export interface StatsNow {
  total: number;
  by_status: StatusTotal[];
  by_priority: PriorityTotal[];
  by_category: CategoryTotal[];
  /** Who has the most active ones first; nobody (null) always among them, admins only when they have any. */
  by_assignee: AssigneeTotal[];
}

/** Active tickets that were created between two days: `created_after` (null: open end), `created_before` (exclusive). */
export interface BacklogGroup {
  created_after: string | null;
  created_before: string;
  /** Whole days since the day of creation, from and to; `to_days` null: and older. */
  from_days: number;
  to_days: number | null;
  count: number;
}

export interface StatsBacklog {
  /** Days since the day of creation of the ticket in the middle. Null: no active ticket. Previous null: not recorded. */
  median_days: Compared<number | null>;
  /** Of the oldest active ticket. */
  oldest_days: number | null;
  /** Youngest first. Each is a list of active tickets. */
  groups: BacklogGroup[];
}

export interface StatsDay {
  /** `2026-11-01`. */
  day: string;
  created: number;
  resolved: number;
  /** Active at the end of the day, as far as tickets tell now. */
  active: number;
}

/** Tickets that were created in the period, by what they are now: the list of `created_after/before` with that filter. */
export interface CreatedByStatus {
  status: TicketStatus;
  created: Compared;
}

/** `created`: lists of `created_after/before`; `resolved`: lists of `resolved_after/before`. */
export interface FlowByPriority {
  priority: TicketPriority;
  created: Compared;
  resolved: Compared;
}

export interface FlowByCategory {
  category: TicketCategory;
  created: Compared;
  resolved: Compared;
}

/** How well the counters agree with the tickets. */
export interface StatsReconciliation {
  /** When all tickets were counted anew for the last time; null: not yet. */
  reconciled_at: string | null;
  /** How many counters were wrong then, and were put right. */
  differences: number;
}

/** Answer of `GET /api/tickets/stats/`. */
export interface TicketStats {
  period: StatsPeriod;
  /** As many days, right before. */
  previous_period: StatsPeriod;
  definitions: StatsDefinition[];
  /** Active now; previous: at the end of the period before. */
  active: Compared;
  /** Active and nobody's, now; previous: at the end of the period before, null when it was not recorded. */
  unassigned: { value: number; previous: number | null };
  backlog: StatsBacklog;
  created: Compared;
  resolved: Compared;
  /** Of tickets that were first answered in the period. */
  first_response: StatsDurations;
  /** Of tickets that were resolved in the period. */
  resolution: StatsDurations;
  satisfaction: StatsSatisfaction;
  now: StatsNow;
  /** Every day of the period, oldest first; days without anything, too. */
  per_day: StatsDay[];
  by_status: CreatedByStatus[];
  by_priority: FlowByPriority[];
  by_category: FlowByCategory[];
  /** Tickets created in the period: seven weekdays, Monday first, of 24 hours each, UTC. */
  heat_map: number[][];
  reconciliation: StatsReconciliation;
}

/** What an admin did: tickets count for who has them now. */
export interface AgentStats {
  agent: UserRef;
  /** Active tickets that the admin has now. */
  active: number;
  /** Resolved in the period: `assigned_to=<id>&resolved_after=...&resolved_before=...`. */
  resolved: number;
  /** Tickets first answered in the period, and the median of the time that took, in seconds, at most 5 % off. */
  first_response: { count: number; median: number | null };
  resolution: { count: number; median: number | null };
  satisfaction: { count: number; mean: number | null; satisfied: number | null };
}

/** Answer of `GET /api/tickets/stats/agents/`. */
export interface AgentStatsList {
  period: StatsPeriod;
  definitions: StatsDefinition[];
  /** Active admins, and who else has numbers; most active tickets first. */
  results: AgentStats[];
}
