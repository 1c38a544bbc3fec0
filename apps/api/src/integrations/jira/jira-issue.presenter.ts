import type { JiraIssueState, JiraIssueView } from '@ticketing/contracts';
import type { UserRefs } from '../../users/index.js';
import type { JiraIssueRow } from './jira-issues.repository.js';

export function presentJiraIssue(row: JiraIssueRow, people: UserRefs): JiraIssueView {
  return {
    integration: row.integrationId,
    integration_name: row.integrationName,
    state: stateOf(row),
    reason: row.reason ?? (stateOf(row) === 'failed' ? 'It was given up.' : null),
    key: row.key,
    url: row.key === null ? null : `${row.siteUrl}/browse/${row.key}`,
    status_name: row.statusName,
    status_category: row.statusCategory,
    requested_by: people.of(row.requestedById),
    requested_at: row.requestedAt.toISOString(),
    refreshed_at: row.refreshedAt?.toISOString() ?? null,
  };
}

export function stateOf({ issueId, failedAt }: Pick<JiraIssueRow, 'issueId' | 'failedAt'>): JiraIssueState {
  if (issueId !== null) return 'created';
  return failedAt === null ? 'pending' : 'failed';
}
