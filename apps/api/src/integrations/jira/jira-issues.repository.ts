import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../../platform/database/database.js';
import { named } from '../../platform/database/statement.js';
import type { JiraIssue } from './jira-answers.js';
import type { JiraIssueEntity } from './jira-issue.entity.js';

export interface JiraIssueRow extends JiraIssueEntity {
  integrationName: string;
  siteUrl: string;
}

/** Nobody works on a request any more after that long: its process died with its last try. */
const ABANDONED = `interval '3 hours'`;

const SELECT = `select j.ticket_id as "ticketId", j.integration_id as "integrationId", j.reference,
    j.requested_by_id as "requestedById", j.requested_at as "requestedAt", j.attempted_at as "attemptedAt",
    j.issue_id as "issueId", j.key, j.status_name as "statusName", j.status_category as "statusCategory", j.reason,
    coalesce(j.failed_at, case when j.issue_id is null and j.requested_at < now() - ${ABANDONED} then now() end)
      as "failedAt",
    j.refreshed_at as "refreshedAt", i.name as "integrationName", i.settings->>'site_url' as "siteUrl"
  from jira_issues j join integrations i on i.id = j.integration_id`;

const LIST = named<JiraIssueRow>(
  'jira-issues.list',
  `${SELECT} where j.ticket_id = $1 order by j.requested_at, j.integration_id`,
);

const FIND = named<JiraIssueRow>(
  'jira-issues.find',
  `${SELECT} where j.ticket_id = $1 and j.integration_id = $2`,
);

const LOCK = named<JiraIssueRow>(
  'jira-issues.lock',
  `${SELECT} where j.ticket_id = $1 and j.integration_id = $2 for update of j`,
);

/** The reference stays: an issue that an earlier try made unseen is found by it. */
const REQUEST = named(
  'jira-issues.request',
  `insert into jira_issues (ticket_id, integration_id, reference, requested_by_id)
   values ($1, $2, gen_random_uuid(), $3)
   on conflict (ticket_id, integration_id) do update
     set requested_by_id = $3, requested_at = now(), failed_at = null, reason = null`,
);

const ATTEMPT = named(
  'jira-issues.attempt',
  `update jira_issues set attempted_at = now() where ticket_id = $1 and integration_id = $2`,
);

const CREATED = named(
  'jira-issues.created',
  `update jira_issues set issue_id = $3, key = $4, status_name = $5, status_category = $6, reason = null,
     failed_at = null, refreshed_at = case when $5::text is null then null else now() end
    where ticket_id = $1 and integration_id = $2`,
);

const TRYING = named(
  'jira-issues.trying',
  `update jira_issues set reason = $3 where ticket_id = $1 and integration_id = $2 and issue_id is null`,
);

const FAILED = named(
  'jira-issues.failed',
  `update jira_issues set reason = $3, failed_at = now()
    where ticket_id = $1 and integration_id = $2 and issue_id is null`,
);

/** Done ones may come back: they are looked at once a day. */
const TO_REFRESH = named<{ issueId: string }>(
  'jira-issues.to-refresh',
  `select issue_id as "issueId" from jira_issues
    where integration_id = $1 and issue_id is not null
      and (status_category is distinct from 'done' or refreshed_at < now() - interval '1 day')
      and (refreshed_at is null or refreshed_at < now() - interval '1 minute')
    order by refreshed_at nulls first limit $2`,
);

const REFRESHED = named(
  'jira-issues.refreshed',
  `update jira_issues j set key = coalesce(n.key, j.key), status_name = n.status_name, status_category = n.status_category,
     reason = n.reason, refreshed_at = now()
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       as n(issue_id, key, status_name, status_category, reason)
    where j.integration_id = $1 and j.issue_id = n.issue_id`,
);

const NOT_REFRESHED = named(
  'jira-issues.not-refreshed',
  `update jira_issues set reason = $3 where integration_id = $1 and issue_id = any($2::text[])`,
);

type Address = Pick<JiraIssueEntity, 'ticketId' | 'integrationId'>;

/** An issue as Jira has it now, or why it shows none: then the key stays as it was. */
export type Refreshed = Omit<JiraIssue, 'key'> & { key: string | null; reason: string | null };

/** All SQL about issues. */
@Injectable()
export class JiraIssuesRepository {
  constructor(private readonly database: Database) {}

  list(ticketId: number): Promise<JiraIssueRow[]> {
    return this.database.rows(LIST, [ticketId]);
  }

  async find({ ticketId, integrationId }: Address): Promise<JiraIssueRow | undefined> {
    const [row] = await this.database.rows(FIND, [ticketId, integrationId]);
    return row;
  }

  async lock(tx: Tx, { ticketId, integrationId }: Address): Promise<JiraIssueRow | undefined> {
    const [row] = await rowsIn(tx, LOCK, [ticketId, integrationId]);
    return row;
  }

  async request(tx: Tx, { ticketId, integrationId }: Address, requestedById: number): Promise<void> {
    await rowsIn(tx, REQUEST, [ticketId, integrationId, requestedById]);
  }

  /** Before Jira is asked: whoever comes after knows that there may be an issue. */
  async noteAttempt({ ticketId, integrationId }: Address): Promise<void> {
    await this.database.rows(ATTEMPT, [ticketId, integrationId]);
  }

  async noteCreated({ ticketId, integrationId }: Address, issue: JiraIssue): Promise<void> {
    const { id, key, statusName, statusCategory } = issue;
    await this.database.rows(CREATED, [ticketId, integrationId, id, key, statusName, statusCategory]);
  }

  /** It will be tried again. */
  async noteTrying({ ticketId, integrationId }: Address, reason: string): Promise<void> {
    await this.database.rows(TRYING, [ticketId, integrationId, reason]);
  }

  /** It will not be tried again. */
  async noteFailed({ ticketId, integrationId }: Address, reason: string): Promise<void> {
    await this.database.rows(FAILED, [ticketId, integrationId, reason]);
  }

  async toRefresh(integrationId: number, most: number): Promise<string[]> {
    const rows = await this.database.rows(TO_REFRESH, [integrationId, most]);
    return rows.map(({ issueId }) => issueId);
  }

  async noteRefreshed(integrationId: number, issues: Refreshed[]): Promise<void> {
    const columns = [
      issues.map(({ id }) => id),
      issues.map(({ key }) => key),
      issues.map(({ statusName }) => statusName),
      issues.map(({ statusCategory }) => statusCategory),
      issues.map(({ reason }) => reason),
    ];
    await this.database.rows(REFRESHED, [integrationId, ...columns]);
  }

  async noteNotRefreshed(integrationId: number, issueIds: string[], reason: string): Promise<void> {
    await this.database.rows(NOT_REFRESHED, [integrationId, issueIds, reason]);
  }
}
