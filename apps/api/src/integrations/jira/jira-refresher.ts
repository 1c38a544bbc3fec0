import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../platform/events/schedules.js';
import { Log } from '../../platform/logging/log.js';
import type { OpenIntegration } from '../integration-adapter.js';
import { IntegrationCaller } from '../integration-caller.js';
import { IntegrationSecrets, isUnopenable } from '../integration-secrets.js';
import type { IntegrationEntity } from '../integration.entity.js';
import { IntegrationsRepository } from '../integrations.repository.js';
import { issuesIn, type JiraIssue } from './jira-answers.js';
import { fetchIssuesCall, MOST_ISSUES_AT_ONCE } from './jira-calls.js';
import { JiraIssuesRepository, type Refreshed } from './jira-issues.repository.js';
import { JiraAdapter } from './jira.adapter.js';

const EVERY_MS = 600_000;
/** Of one Jira in one run: the others come first in the next. */
const MOST_IN_A_RUN = 500;

export const GONE = 'Jira does not show this issue any more: it was deleted, or the account may not see it.';

/** Keeps the states of issues fresh: by the clock, and when somebody asks. */
@Injectable()
export class JiraRefresher implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly integrations: IntegrationsRepository,
    private readonly secrets: IntegrationSecrets,
    private readonly issues: JiraIssuesRepository,
    private readonly adapter: JiraAdapter,
    private readonly caller: IntegrationCaller,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'refresh-jira-issues', everyMs: EVERY_MS, run: () => this.refreshAll() });
  }

  private async refreshAll(): Promise<void> {
    for (const row of await this.integrations.activeOfKind('jira')) {
      await this.refresh(row, await this.issues.toRefresh(row.id, MOST_IN_A_RUN), null);
    }
  }

  /** What cannot be refreshed says why, and keeps the state that was known. */
  async refresh(row: IntegrationEntity, issueIds: string[], ticketId: number | null): Promise<void> {
    const jira = this.open(row);
    if (!jira) return;
    for (let i = 0; i < issueIds.length; i += MOST_ISSUES_AT_ONCE) {
      const reason = await this.fetch(jira, issueIds.slice(i, i + MOST_ISSUES_AT_ONCE), ticketId);
      if (reason === undefined) continue;
      return this.issues.noteNotRefreshed(row.id, issueIds.slice(i), reason);
    }
  }

  /** @returns why it did not work */
  private async fetch(
    jira: OpenIntegration,
    ids: string[],
    ticketId: number | null,
  ): Promise<string | undefined> {
    const about = {
      deliveryRowId: null,
      deliveryId: randomUUID(),
      eventType: 'jira_issues.refresh',
      ticketId,
    };
    const { verdict, answer } = await this.caller.call(jira, fetchIssuesCall(jira, ids), about, (of) =>
      this.adapter.judge(of),
    );
    if (verdict.kind !== 'delivered') return verdict.reason;
    const found = issuesIn(answer!.body);
    if (!found) return 'Jira answers with something else than issues.';
    const byId = new Map(found.map((issue) => [issue.id, issue]));
    await this.issues.noteRefreshed(
      jira.id,
      ids.map((id) => refreshed(id, byId.get(id))),
    );
    return undefined;
  }

  private open(row: IntegrationEntity): OpenIntegration | undefined {
    try {
      return this.secrets.open(row);
    } catch (error) {
      if (!isUnopenable(error)) throw error;
      this.log.warn('integration secret cannot be opened', { integrationId: row.id });
      return undefined;
    }
  }
}

function refreshed(id: string, issue: JiraIssue | undefined): Refreshed {
  return issue
    ? { ...issue, reason: null }
    : { id, key: null, statusName: null, statusCategory: null, reason: GONE };
}
