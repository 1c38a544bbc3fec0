import { IntegrationSecrets } from '../../src/integrations/integration-secrets.js';
import type { TestApi } from '../start-api.js';

/** Where nobody listens: what is sent there fails at once. */
const NOWHERE = 'http://127.0.0.1:9';

export const WEBHOOK = 1_000_001;
export const JIRA = 1_000_002;
export const CALLS = [1_000_001];
/** A delivery that is dead: a job to try again. */
export const JOB = 1_000_001;

/** Bodies that are right as a whole: by chance the fields of one kind hardly ever come together. */
export const NEW_INTEGRATIONS = [
  { kind: 'webhook', name: 'x', url: `${NOWHERE}/in`, events: ['ticket.created', 'comment.added'] },
  { kind: 'slack', name: 'x', url: `${NOWHERE}/services/x`, events: ['ticket.created'] },
  {
    kind: 'jira',
    name: 'x',
    site_url: NOWHERE,
    project_key: 'ACME',
    email: 'a@b.example',
    token: 'a-token-of-jira',
  },
];

export const CHANGED_INTEGRATIONS = [{ name: 'y' }, { is_active: true }, { url: `${NOWHERE}/other` }];

/** The same integrations again, with a call that can be replayed. */
export async function renewIntegrations(api: TestApi): Promise<void> {
  const secrets = api.app.get(IntegrationSecrets);
  const jira = { site_url: NOWHERE, project_key: 'ACME', issue_type: 'Task', email: 'a@b.example' };
  await api.db.client.query('delete from integrations');
  await api.db.client.query(
    `insert into integrations (id, kind, name, settings, events, secret) overriding system value
     values ($1, 'webhook', 'Some system', $2, '{ticket.created}', $3), ($4, 'jira', 'Some Jira', $5, '{}', $6)`,
    [
      WEBHOOK,
      { url: `${NOWHERE}/in` },
      secrets.seal(WEBHOOK, 'whsec_fuzz'),
      JIRA,
      jira,
      secrets.seal(JIRA, 'a-token'),
    ],
  );
  await api.db.client.query(
    `insert into deliveries (id, event_id, handler, recipient, dead_at) overriding system value
     select $1, id, 'call-integration', 'integration:${JIRA}', now() from events where type = 'ticket.created' limit 1
     on conflict (id) do update set dead_at = now(), done_at = null`,
    [JOB],
  );
  await api.db.client.query(
    `with delivery as (
       insert into deliveries (event_id, handler, recipient, done_at)
       select id, 'call-integration', 'integration:${WEBHOOK}', now() from events where type = 'ticket.created' limit 1
       on conflict (event_id, handler, recipient) do update set done_at = now(), dead_at = null returning id)
     insert into integration_calls (id, integration_id, delivery_row_id, delivery_id, event_type, request, answer,
       duration_ms) overriding system value
     select $1, $2, id, id::text, 'ticket.created', $3, 'ok', 5 from delivery`,
    [CALLS[0], WEBHOOK, { method: 'POST', url: NOWHERE, headers: {}, body: '' }],
  );
}
