import type { IntegrationView } from '@ticketing/contracts';
import type { IntegrationEntity, IntegrationSettings } from './integration.entity.js';

/** Secrets do not leave: that there is one, and how it ends. */
export function presentIntegration(row: IntegrationEntity, now = new Date()): IntegrationView {
  const previousUntil =
    row.previousSecretUntil && row.previousSecretUntil > now ? row.previousSecretUntil : null;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    ...shownSettings(row.settings),
    events: row.events,
    has_secret: row.secret !== null,
    secret_hint: row.secretHint,
    previous_secret_until: iso(previousUntil),
    is_active: row.isActive,
    disabled_at: iso(row.disabledAt),
    disabled_reason: row.disabledReason,
    failing_since: iso(row.failingSince),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** All of them are there, null where its kind has none. */
function shownSettings({ url, site_url, project_key, issue_type, email }: IntegrationSettings) {
  return {
    url: url ?? null,
    site_url: site_url ?? null,
    project_key: project_key ?? null,
    issue_type: issue_type ?? null,
    email: email ?? null,
  };
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
