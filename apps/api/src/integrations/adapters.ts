import { Injectable } from '@nestjs/common';
import type { IntegrationKind } from '@ticketing/contracts';
import type { IntegrationAdapter } from './integration-adapter.js';
import { JiraAdapter } from './jira/jira.adapter.js';
import { SlackAdapter } from './slack/slack.adapter.js';
import { WebhookAdapter } from './webhook/webhook.adapter.js';

/** Who speaks which language. */
@Injectable()
export class Adapters {
  private readonly byKind: Record<IntegrationKind, IntegrationAdapter>;

  constructor(webhook: WebhookAdapter, slack: SlackAdapter, jira: JiraAdapter) {
    this.byKind = { webhook, slack, jira };
  }

  for(kind: IntegrationKind): IntegrationAdapter {
    return this.byKind[kind];
  }
}
