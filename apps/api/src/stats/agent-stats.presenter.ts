import { ACTIVE_TICKET_STATUSES, type AgentStats, type UserRef } from '@ticketing/contracts';
import type { StatNumbers } from './stat-numbers.js';
import { secondsOfBucket, SERIES, type Series } from './stats-series.js';
import { judge, scoresOf } from './stats.presenter.js';

/** What counts for one admin. */
export function presentAgent(agent: UserRef, numbers: StatNumbers): AgentStats {
  const rows = (series: Series) => numbers.of('current', series).filter(({ value }) => value === agent.id);
  const duration = (series: Series) => {
    const [row] = rows(series);
    const bucket = row?.median ?? null;
    return { count: row?.n ?? 0, median: bucket === null ? null : secondsOfBucket(bucket, 'assignee') };
  };
  const resolution = duration(SERIES.resolutionByAssignee);
  return {
    agent,
    active: numbers.now(SERIES.nowByAssignee, ACTIVE_TICKET_STATUSES, agent.id),
    resolved: resolution.count,
    first_response: duration(SERIES.firstResponseByAssignee),
    resolution,
    satisfaction: judge(scoresOf(rows(SERIES.ratedByAssignee))),
  };
}
