import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MOST_TRIES } from '../../platform/events/delivery-rules.js';
import { type Delivery, EventHandlers, NotNow, Undeliverable } from '../../platform/events/event-handlers.js';
import { UserDirectory } from '../../users/index.js';
import { opened } from '../call-integration.handler.js';
import { EventFactsReader } from '../event-facts.js';
import type { IntegrationCall, OpenIntegration } from '../integration-adapter.js';
import { type CallAbout, IntegrationCaller } from '../integration-caller.js';
import { IntegrationSecrets } from '../integration-secrets.js';
import type { JiraIssueRequestedData } from '../integration.events.js';
import { IntegrationsRepository } from '../integrations.repository.js';
import { createdIn, issuesIn, type JiraIssue } from './jira-answers.js';
import { createIssueCall, findIssueCall } from './jira-calls.js';
import type { IssueTicket } from './jira-document.js';
import { type JiraIssueRow, JiraIssuesRepository } from './jira-issues.repository.js';
import { JiraRefresher } from './jira-refresher.js';
import { JiraAdapter } from './jira.adapter.js';

/** Jira's search finds a new issue some seconds after it was made: whoever looks earlier would make a second one. */
const FIRST_WAIT_MS = 30_000;
const MOST_DOUBLINGS = 5;

/**
 * Makes the issue of a ticket. An answer may get lost: then nobody knows whether there is an issue, and the next try
 * looks for its label before it makes one. One at a time for one ticket and Jira.
 */
@Injectable()
export class CreateJiraIssueHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly integrations: IntegrationsRepository,
    private readonly secrets: IntegrationSecrets,
    private readonly issues: JiraIssuesRepository,
    private readonly facts: EventFactsReader,
    private readonly directory: UserDirectory,
    private readonly adapter: JiraAdapter,
    private readonly caller: IntegrationCaller,
    private readonly refresher: JiraRefresher,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'create-jira-issue',
      types: ['jira_issue.requested'],
      queue: 'webhooks',
      recipients: async ({ data }) => {
        const { ticket_id, integration_id } = data as JiraIssueRequestedData;
        return [`jira:${integration_id}:${ticket_id}`];
      },
      atOnce: 1,
      handle: (delivery) => this.handle(delivery),
    });
  }

  private async handle(delivery: Delivery): Promise<void> {
    const { ticket_id: ticketId, integration_id: integrationId } = delivery.events[0]
      .data as JiraIssueRequestedData;
    const row = await this.issues.find({ ticketId, integrationId });
    if (!row || row.issueId !== null) return; // gone with its ticket or Jira, or done by an earlier try
    try {
      await this.create(row, delivery);
    } catch (error) {
      await this.noteFailure(row, delivery, error as Error);
      throw error;
    }
  }

  private async create(row: JiraIssueRow, delivery: Delivery): Promise<void> {
    const integration = (await this.integrations.find(row.integrationId))!;
    if (!integration.isActive) throw new Undeliverable('The integration is switched off.');
    const ticket = await this.ticketOf(row);
    const jira = opened(this.secrets, integration);
    const about = aboutOf(row, delivery);
    const isSecondTry = row.attemptedAt !== null;
    const issue =
      (isSecondTry && (await this.find(jira, row, about, delivery))) ||
      (await this.make(jira, row, ticket, about, delivery));
    await this.issues.noteCreated(row, issue);
    if (issue.statusName === null) await this.refresher.refresh(integration, [issue.id], row.ticketId);
  }

  private async find(
    jira: OpenIntegration,
    { reference }: JiraIssueRow,
    about: CallAbout,
    delivery: Delivery,
  ): Promise<JiraIssue | undefined> {
    const found = issuesIn(await this.answerTo(jira, findIssueCall(jira, reference), about, delivery));
    if (!found) throw unreadable(delivery);
    return found[0];
  }

  private async make(
    jira: OpenIntegration,
    row: JiraIssueRow,
    ticket: IssueTicket,
    about: CallAbout,
    delivery: Delivery,
  ): Promise<JiraIssue> {
    await this.issues.noteAttempt(row);
    const call = createIssueCall(jira, ticket, row.reference);
    const created = createdIn(await this.answerTo(jira, call, about, delivery));
    if (!created) throw unreadable(delivery);
    return created;
  }

  /** @throws NotNow, Undeliverable */
  private async answerTo(
    jira: OpenIntegration,
    call: IntegrationCall,
    about: CallAbout,
    delivery: Delivery,
  ): Promise<string> {
    const { verdict, answer } = await this.caller.call(jira, call, about, (of) => this.adapter.judge(of));
    if (verdict.kind === 'delivered') return answer!.body;
    if (verdict.kind !== 'failed') throw new Undeliverable(verdict.reason);
    throw new NotNow(verdict.reason, Math.max(verdict.waitMs ?? 0, waitMs(delivery)));
  }

  private async ticketOf({ ticketId }: JiraIssueRow): Promise<IssueTicket> {
    const ticket = await this.facts.ticket(ticketId);
    if (!ticket || ticket.deletedAt !== null) throw new Undeliverable('The ticket was deleted.');
    const people = await this.directory.refs([ticket.userId]);
    return { ...ticket, requester: people.of(ticket.userId).name, url: this.facts.pageOf(ticketId) };
  }

  private async noteFailure(row: JiraIssueRow, { tries }: Delivery, error: Error): Promise<void> {
    const isOver = error instanceof Undeliverable || tries >= MOST_TRIES.hour;
    if (isOver) await this.issues.noteFailed(row, error.message);
    else await this.issues.noteTrying(row, error.message);
  }
}

const aboutOf = ({ ticketId }: JiraIssueRow, { id }: Delivery): CallAbout => ({
  deliveryRowId: id,
  deliveryId: id,
  eventType: 'jira_issue.requested',
  ticketId,
});

const waitMs = ({ tries }: Delivery) => FIRST_WAIT_MS * 2 ** Math.min(tries - 1, MOST_DOUBLINGS);

/** It may have made an issue all the same. */
const unreadable = (delivery: Delivery) =>
  new NotNow('Jira answers with something else than an issue.', waitMs(delivery));
