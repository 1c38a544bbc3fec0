import { ACTIVE_TICKET_STATUSES, type AgentStats, TICKET_STATUSES, type UserRef } from '@ticketing/contracts';
import type { AgentRow } from './agent-stats.statement.js';
import { placeOf } from './stat-numbers.js';
import { secondsOfBucket, SERIES, type Series } from './stats-series.js';
import { type BucketCount, bucketsOf, rankOf } from './stats-spread.js';
import { judge, scoresOf } from './stats.presenter.js';

const ACTIVE: readonly number[] = ACTIVE_TICKET_STATUSES.map((status) => placeOf(TICKET_STATUSES, status));

/** Ids that something counts for. */
export function assigneesOf(rows: AgentRow[]): number[] {
  return [...new Set(rows.map(({ value }) => value))].filter((id) => id > 0);
}

/** What counts for one admin. */
export function presentAgent(agent: UserRef, rows: AgentRow[]): AgentStats {
  const of = (series: Series): BucketCount[] =>
    bucketsOf(rows.find((row) => row.series === series && row.value === agent.id)?.spread ?? '0');
  const duration = (series: Series) => {
    const { count, bucket } = rankOf(of(series), 0.5);
    return { count, median: bucket === null ? null : secondsOfBucket(bucket, 'assignee') };
  };
  const resolution = duration(SERIES.resolutionByAssignee);
  return {
    agent,
    active: of(SERIES.nowByAssignee).reduce(
      (sum, { bucket, n }) => sum + (ACTIVE.includes(bucket) ? n : 0),
      0,
    ),
    resolved: resolution.count,
    first_response: duration(SERIES.firstResponseByAssignee),
    resolution,
    satisfaction: judge(scoresOf(of(SERIES.ratedByAssignee))),
  };
}
