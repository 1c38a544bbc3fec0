import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { Adapters } from './adapters.js';
import { CallIntegrationHandler } from './call-integration.handler.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';
import { DisabledMailHandler } from './disabled-mail.handler.js';
import { EventFactsReader } from './event-facts.js';
import { ForgetOldCalls } from './forget-old-calls.js';
import { IntegrationCaller } from './integration-caller.js';
import { IntegrationSecrets } from './integration-secrets.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsRepository } from './integrations.repository.js';
import { IntegrationsService } from './integrations.service.js';
import { CreateJiraIssueHandler } from './jira/create-jira-issue.handler.js';
import { JiraRefresher } from './jira/jira-refresher.js';
import { JiraAdapter } from './jira/jira.adapter.js';
import { JiraIssuesController } from './jira/jira-issues.controller.js';
import { JiraIssuesRepository } from './jira/jira-issues.repository.js';
import { JiraIssuesService } from './jira/jira-issues.service.js';
import { SlackAdapter } from './slack/slack.adapter.js';
import { WebhookAdapter } from './webhook/webhook.adapter.js';

/** Other people's systems that hear of tickets: webhooks, Slack, Jira. */
@Module({
  imports: [CommentsModule, TicketsModule, UsersModule],
  controllers: [IntegrationsController, JiraIssuesController],
  providers: [
    Adapters,
    CallIntegrationHandler,
    CallsRepository,
    CallsService,
    CreateJiraIssueHandler,
    DisabledMailHandler,
    EventFactsReader,
    ForgetOldCalls,
    IntegrationCaller,
    IntegrationSecrets,
    IntegrationsRepository,
    IntegrationsService,
    JiraAdapter,
    JiraIssuesRepository,
    JiraIssuesService,
    JiraRefresher,
    SlackAdapter,
    WebhookAdapter,
  ],
})
export class IntegrationsModule {}
