import type { TicketCategory, TicketPriority, TicketStatus } from './tickets.js';
import type { FieldChange, TicketEventType } from './timeline.js';
import type { UserRef } from './users.js';

/** What tickets can be told to. Webhooks and Slack hear of events, Jira is asked by a button. */
export const INTEGRATION_KINDS = ['webhook', 'slack', 'jira'] as const;
export type IntegrationKind = (typeof INTEGRATION_KINDS)[number];

/** Events that webhooks and Slack may hear of. Internal notes are never among them. */
export const INTEGRATION_EVENT_TYPES = [
  'ticket.created',
  'ticket.edited',
  'ticket.assigned',
  'ticket.status_changed',
  'ticket.deleted',
  'ticket.restored',
  'comment.added',
] as const satisfies readonly TicketEventType[];
export type IntegrationEventType = (typeof INTEGRATION_EVENT_TYPES)[number];

export const INTEGRATION_LIMITS = {
  name: { min: 1, max: 80 },
  url: { max: 2_000 },
  projectKey: { min: 2, max: 20 },
  issueType: { min: 1, max: 60 },
  token: { min: 8, max: 1_000 },
  /** Of the other side's answer, in characters: the log keeps no more. */
  answer: 4_096,
  /** Calls are kept this long. */
  callDays: 30,
} as const;

/** An integration as admins see it. Fields that its kind does not have are null; secrets are never shown. */
export interface IntegrationView {
  id: number;
  kind: IntegrationKind;
  name: string;
  /** Webhook: where events are sent. Null for Slack, whose address is the secret. */
  url: string | null;
  /** Jira: `https://acme.atlassian.net`. */
  site_url: string | null;
  /** Jira: key of the project that gets the issues. */
  project_key: string | null;
  /** Jira: name of the type of new issues. */
  issue_type: string | null;
  /** Jira: account that the API token belongs to. */
  email: string | null;
  /** What it hears of; empty for Jira. */
  events: IntegrationEventType[];
  has_secret: boolean;
  /** The last four characters of the signing key, the Slack address or the API token. */
  secret_hint: string | null;
  /** Webhook: until then the signing key before signs along. */
  previous_secret_until: string | null;
  is_active: boolean;
  /** Times are ISO 8601, UTC. */
  disabled_at: string | null;
  /** For people: why it was switched off; null when an admin did it. */
  disabled_reason: string | null;
  /** Nothing has got through since then; null when the last call did. */
  failing_since: string | null;
  created_at: string;
  updated_at: string;
  /** Grows with every change by an admin; the `ETag`. */
  version: number;
}

/** Body of `POST /api/admin/integrations/`. Which fields are needed depends on `kind`. */
export interface CreateIntegrationRequest {
  kind: IntegrationKind;
  name: string;
  /** Webhook and Slack. Never shown again for Slack. */
  url?: string;
  /** Jira. */
  site_url?: string;
  /** Jira. */
  project_key?: string;
  /** Jira; `Task` unless said otherwise. */
  issue_type?: string;
  /** Jira. */
  email?: string;
  /** Jira: API token. Never shown again. */
  token?: string;
  /** Webhook and Slack: at least one. */
  events?: IntegrationEventType[];
}

/** Body of `PATCH /api/admin/integrations/{id}/`. What is left out stays as it is, secrets, too. */
export interface UpdateIntegrationRequest {
  name?: string;
  url?: string;
  site_url?: string;
  project_key?: string;
  issue_type?: string;
  email?: string;
  token?: string;
  events?: IntegrationEventType[];
  /** True switches it on again and forgets that it failed. */
  is_active?: boolean;
}

/** Answer of `POST /api/admin/integrations/` and `POST /api/admin/integrations/{id}/rotate_secret/`. */
export interface IntegrationWithSecret extends IntegrationView {
  /** Webhook: the signing key, this once. Null for the other kinds. */
  secret: string | null;
}

/** Answer of `GET /api/admin/integrations/`. There are few: no pages. */
export interface IntegrationList {
  results: IntegrationView[];
}

/** A ticket as webhooks are told of it: as it is when they are told. */
export interface WebhookTicket {
  id: number;
  /** Its page, for people. */
  url: string;
  title: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
  /** The requester. */
  user: UserRef;
  assigned_to: UserRef | null;
  created_at: string;
  updated_at: string;
  resolved_at: string | null;
  /** Public ones. */
  comment_count: number;
}

/** Body of the request to a webhook. */
export interface WebhookPayload {
  /** Of this delivery: the same for every try, so that what comes twice is done once. */
  id: string;
  type: IntegrationEventType | 'integration.test';
  /** When it happened. ISO 8601, UTC. */
  created_at: string;
  ticket: WebhookTicket;
  /** Who did it; null for the system. */
  actor: UserRef | null;
  /** Empty unless something was changed. */
  changes: FieldChange[];
  /** Filled for `comment.added`. */
  comment: { id: number; author: UserRef; content: string; created_at: string } | null;
}

/** What was sent, without what is secret in it. */
export interface IntegrationRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Empty when there was none. */
  body: string;
}

/** Answer of `POST /api/admin/integrations/{id}/test/`: what happened right now. 200 also when it failed. */
export interface IntegrationTestResult {
  is_success: boolean;
  /** HTTP status of the answer; null when there was none. */
  status: number | null;
  /** How the answer began. */
  answer: string;
  /** For people; null on success. */
  error: string | null;
  duration_ms: number;
  request: IntegrationRequest;
}

/** `waiting`: will be tried (again); `failed`: will not, unless it is replayed. */
export const INTEGRATION_CALL_STATES = ['delivered', 'waiting', 'failed'] as const;
export type IntegrationCallState = (typeof INTEGRATION_CALL_STATES)[number];

/** One try to reach the other side, as the delivery log shows it. Newest first in the list. */
export interface IntegrationCallView {
  id: number;
  /** The same for every try of one delivery; the receiver sees it, too. */
  delivery_id: string;
  /** What it was about: `ticket.created`, `integration.test`, `jira_issue.requested`, `jira_issues.refresh`. */
  event_type: string;
  /** Id of the ticket, or null. */
  ticket: number | null;
  tried_at: string;
  request: IntegrationRequest;
  /** HTTP status of the answer; null when there was none. */
  status: number | null;
  /** The first 4 KiB of the answer. */
  answer: string;
  /** For people; null when this try got through. */
  error: string | null;
  duration_ms: number;
  /** How the whole delivery stands now. */
  state: IntegrationCallState;
  /** Tries of the whole delivery so far. */
  tries: number;
  /** When it is tried next; null when it is not. */
  next_try_at: string | null;
  /** Whether `POST .../calls/{id}/replay/` would do something. */
  can_replay: boolean;
}

/** `pending`: being created; `failed`: see `reason`, ask again. */
export const JIRA_ISSUE_STATES = ['pending', 'created', 'failed'] as const;
export type JiraIssueState = (typeof JIRA_ISSUE_STATES)[number];

/** Jira's three groups of statuses: to do, in progress, done. */
export const JIRA_STATUS_CATEGORIES = ['new', 'indeterminate', 'done'] as const;
export type JiraStatusCategory = (typeof JIRA_STATUS_CATEGORIES)[number];

/** The issue of a ticket in one Jira. */
export interface JiraIssueView {
  /** Id of the integration. */
  integration: number;
  integration_name: string;
  state: JiraIssueState;
  /** Why it failed, or why the last refresh did; null when all is well. */
  reason: string | null;
  /** `ACME-17`; null until it is created. */
  key: string | null;
  url: string | null;
  /** As Jira calls it: `In Progress`. Null until it is known, or when the issue is gone. */
  status_name: string | null;
  status_category: JiraStatusCategory | null;
  /** Who pressed the button. */
  requested_by: UserRef;
  requested_at: string;
  /** When the status was last asked for. */
  refreshed_at: string | null;
}

/** Answer of `GET /api/tickets/{id}/jira_issues/` and of `POST .../refresh/`. */
export interface JiraIssueList {
  results: JiraIssueView[];
}

/** Body of `POST /api/tickets/{id}/jira_issues/`. Answers 202 with a `JiraIssueView` that is pending. */
export interface RequestJiraIssueRequest {
  integration_id: number;
}
