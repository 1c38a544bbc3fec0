import type { Who } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';
import type { IntegrationEntity } from './integration.entity.js';

export type IntegrationChange = 'created' | 'changed' | 'secret_rotated' | 'deleted' | 'call_replayed';

/** One changed field. Secrets are named only: what they hold stands in no history. */
export interface IntegrationFieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

type EventOn = Pick<IntegrationEntity, 'id' | 'name'>;

const object = (id: number) => ({ model: 'integrations', id }) as const;

/** What an admin did. */
export const integrationChanged = (
  change: IntegrationChange,
  actor: Who,
  { id, name }: EventOn,
  changes: IntegrationFieldChange[] = [],
): DomainEvent => ({
  type: `integration.${change}`,
  ticketId: null,
  actorId: actor.id,
  object: object(id),
  data: { integration_id: id, name, changes },
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
  object: object(integrationId),
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
  object: { model: 'tickets', id: ticketId },
  data: { ticket_id: ticketId, integration_id: integrationId } satisfies JiraIssueRequestedData,
});
