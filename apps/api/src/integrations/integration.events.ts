import type { Who } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';

export type IntegrationChange = 'created' | 'changed' | 'secret_rotated' | 'deleted' | 'call_replayed';

/** What an admin did. Names of fields, never what they hold. */
export const integrationChanged = (
  change: IntegrationChange,
  actor: Who,
  integrationId: number,
  fields: string[] = [],
): DomainEvent => ({
  type: `integration.${change}`,
  ticketId: null,
  actorId: actor.id,
  data: { integration_id: integrationId, fields },
});

export interface IntegrationDisabledData {
  integration_id: number;
  reason: string;
}

/** It was switched off because nothing gets through. */
export const integrationDisabled = (integrationId: number, reason: string): DomainEvent => ({
  type: 'integration.disabled',
  ticketId: null,
  actorId: null,
  data: { integration_id: integrationId, reason } satisfies IntegrationDisabledData,
});

export interface JiraIssueRequestedData {
  ticket_id: number;
  integration_id: number;
}

/** Not in the ticket's history: what admins do about other systems is theirs. */
export const jiraIssueRequested = (actor: Who, ticketId: number, integrationId: number): DomainEvent => ({
  type: 'jira_issue.requested',
  ticketId: null,
  actorId: actor.id,
  isInternal: true,
  data: { ticket_id: ticketId, integration_id: integrationId } satisfies JiraIssueRequestedData,
});
