import type {
  AdminTicket,
  AdminUserDetail,
  AuditEntry,
  InboundMailView,
  IntegrationCallView,
  IntegrationView,
  JiraIssueView,
  JobView,
  TemplateView,
} from '@ticketing/contracts';
import { ADA, CARLA, makeTicket } from './make';

/** Things of the admin area as the API sends them. Tests name only the facts that matter to them. */

const NOON = '2026-11-24T12:00:00.000Z';

/** A mail that could not be sent for good, unless said otherwise. */
export function makeJob(facts: Partial<JobView> = {}): JobView {
  return {
    id: 12,
    state: 'dead',
    handler: 'mail-ticket',
    recipient: 'user:7',
    event: { id: 4711, type: 'comment.added', ticket_id: 182 },
    tries: 12,
    next_try_at: null,
    last_error: '550 no such mailbox',
    dead_at: NOON,
    ...facts,
  };
}

/** A mail of a stranger that waits for a decision, unless said otherwise. */
export function makeMail(facts: Partial<InboundMailView> = {}): InboundMailView {
  return {
    id: 73,
    received_at: NOON,
    sender: 'mallory@example.net',
    sender_name: 'Mallory Doe',
    sender_user: null,
    subject: 'Cannot sign in',
    excerpt: 'My password does not work.',
    state: 'quarantined',
    verdict: 'quarantine',
    reason: 'unknown_sender',
    size: 2_048,
    ticket: null,
    comment: null,
    decided_by: null,
    decided_at: null,
    text: 'My password does not work.',
    headers: {
      to: ['support@example.com'],
      cc: [],
      date: NOON,
      message_id: '<a1@example.net>',
      in_reply_to: [],
      return_path: null,
      authentication_results: [],
    },
    attachments: [],
    answers_ticket: null,
    answers_user: null,
    source: '/api/admin/quarantine/73/source/',
    can_decide: true,
    ...facts,
  };
}

/** A webhook that works, unless said otherwise. */
export function makeIntegration(facts: Partial<IntegrationView> = {}): IntegrationView {
  return {
    id: 3,
    kind: 'webhook',
    name: 'Warehouse',
    url: 'https://hooks.example.com/in',
    site_url: null,
    project_key: null,
    issue_type: null,
    email: null,
    events: ['ticket.created'],
    has_secret: true,
    secret_hint: 'wt34',
    previous_secret_until: null,
    is_active: true,
    disabled_at: null,
    disabled_reason: null,
    failing_since: null,
    created_at: NOON,
    updated_at: NOON,
    version: 1,
    ...facts,
  };
}

/** One try that got through, unless said otherwise. */
export function makeCall(facts: Partial<IntegrationCallView> = {}): IntegrationCallView {
  return {
    id: 4711,
    delivery_id: '184',
    event_type: 'ticket.created',
    ticket: 182,
    tried_at: NOON,
    request: { method: 'POST', url: 'https://hooks.example.com/in', headers: {}, body: '{"id":"184"}' },
    status: 200,
    answer: 'ok',
    error: null,
    duration_ms: 120,
    state: 'delivered',
    tries: 1,
    next_try_at: null,
    can_replay: false,
    ...facts,
  };
}

/** An issue that was created, unless said otherwise. */
export function makeIssue(facts: Partial<JiraIssueView> = {}): JiraIssueView {
  return {
    integration: 4,
    integration_name: 'Jira of engineering',
    state: 'created',
    reason: null,
    key: 'ACME-17',
    url: 'https://acme.atlassian.net/browse/ACME-17',
    status_name: 'In Progress',
    status_category: 'indeterminate',
    requested_by: ADA,
    requested_at: NOON,
    refreshed_at: NOON,
    ...facts,
  };
}

/** A customer with one live session, unless said otherwise. */
export function makeAdminUser(facts: Partial<AdminUserDetail> = {}): AdminUserDetail {
  return {
    ...CARLA,
    email: 'carla@example.com',
    first_name: 'Carla',
    last_name: 'Customer',
    is_active: true,
    is_invited: false,
    is_email_verified: true,
    has_two_factor: false,
    created_at: NOON,
    updated_at: NOON,
    version: 1,
    session_count: 1,
    last_seen_at: NOON,
    active_tickets: 2,
    assigned_tickets: 0,
    ...facts,
  };
}

/** A template that is offered, unless said otherwise. */
export function makeTemplate(facts: Partial<TemplateView> = {}): TemplateView {
  return {
    id: 2,
    name: 'Bug report',
    title: '',
    description: '**What happened**',
    category: 'bug',
    priority: 'medium',
    is_active: true,
    position: 1,
    version: 1,
    created_at: NOON,
    updated_at: NOON,
    deleted_at: null,
    ...facts,
  };
}

/** An open ticket that nobody has, unless said otherwise. */
export function makeAdminTicket(facts: Partial<AdminTicket> = {}): AdminTicket {
  const { rating: _, comments: __, timeline: ___, ...ticket } = makeTicket();
  return { ...ticket, deleted_at: null, rating_score: null, ...facts };
}

/** A template that was renamed, unless said otherwise. */
export function makeEntry(facts: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 901,
    type: 'template.edited',
    actor: ADA,
    object: { model: 'templates', id: 2, title: 'Bug report' },
    changes: [{ field: 'name', from: 'Bug', to: 'Bug report' }],
    created_at: NOON,
    ...facts,
  };
}
