import { Injectable } from '@nestjs/common';
import type { JiraIssueList, JiraIssueView } from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Log } from '../../platform/logging/log.js';
import { TicketsRepository } from '../../tickets/index.js';
import { UserDirectory } from '../../users/index.js';
import { jiraIssueRequested } from '../integration.events.js';
import { issueExists, noSuchJira } from '../integration.problems.js';
import { IntegrationsRepository } from '../integrations.repository.js';
import { presentJiraIssue, stateOf } from './jira-issue.presenter.js';
import { JiraIssuesRepository } from './jira-issues.repository.js';
import { JiraRefresher } from './jira-refresher.js';

/** The button of a ticket that makes an issue, and what became of it. */
@Injectable()
export class JiraIssuesService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly integrations: IntegrationsRepository,
    private readonly issues: JiraIssuesRepository,
    private readonly refresher: JiraRefresher,
    private readonly directory: UserDirectory,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /** Asking again while it is being created changes nothing. @throws ProblemError 404, 400, 409 */
  async request(actor: Actor, ticketId: number, integrationId: number): Promise<JiraIssueView> {
    await this.database.transaction(async (tx) => {
      await this.tickets.lockVisible(tx, actor, ticketId);
      await this.requireJira(tx, integrationId);
      const row = await this.issues.lock(tx, { ticketId, integrationId });
      if (row?.key) throw issueExists(row.key);
      if (row && stateOf(row) === 'pending') return;
      await this.issues.request(tx, { ticketId, integrationId }, actor.id);
      await this.events.append(tx, jiraIssueRequested(actor, ticketId, integrationId));
    });
    this.log.info('jira issue requested', { ticketId, integrationId });
    const { results } = await this.list(ticketId);
    return results.find(({ integration }) => integration === integrationId)!;
  }

  async list(ticketId: number): Promise<JiraIssueList> {
    const rows = await this.issues.list(ticketId);
    const people = await this.directory.refs(rows.map(({ requestedById }) => requestedById));
    return { results: rows.map((row) => presentJiraIssue(row, people)) };
  }

  /** Asks every Jira now. One that does not answer leaves its reason; the others are refreshed. */
  async refresh(ticketId: number): Promise<JiraIssueList> {
    for (const { integrationId, issueId } of await this.issues.list(ticketId)) {
      const jira = await this.integrations.find(integrationId);
      if (jira?.isActive && issueId !== null) await this.refresher.refresh(jira, [issueId], ticketId);
    }
    return this.list(ticketId);
  }

  private async requireJira(tx: Tx, id: number): Promise<void> {
    const integration = await this.integrations.lock(tx, id);
    if (integration?.kind !== 'jira' || !integration.isActive) throw noSuchJira();
  }
}
