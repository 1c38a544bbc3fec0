import type {
  IntegrationCallState,
  IntegrationEventType,
  IntegrationKind,
  IntegrationView,
} from '@ticketing/contracts';
import type { BadgeValue } from '../../registry/field-description';

export const KIND_WORDS: Record<IntegrationKind, string> = {
  webhook: 'Webhook',
  slack: 'Slack',
  jira: 'Jira',
};

/** What an integration hears of. */
export const EVENT_WORDS: Record<IntegrationEventType, string> = {
  'ticket.created': 'A ticket is created',
  'ticket.edited': 'A ticket is edited',
  'ticket.assigned': 'A ticket is assigned',
  'ticket.status_changed': 'A status changes',
  'ticket.deleted': 'A ticket is deleted',
  'ticket.restored': 'A ticket is restored',
  'comment.added': 'Somebody comments',
};

export const CALL_STATE_WORDS: Record<IntegrationCallState, BadgeValue> = {
  delivered: { label: 'Delivered', tone: 'good' },
  waiting: { label: 'Tried again', tone: 'waiting' },
  failed: { label: 'Failed', tone: 'bad' },
};

/** How an integration is. */
export type IntegrationState = 'on' | 'failing' | 'off' | 'switched_off';

export const STATE_WORDS: Record<IntegrationState, BadgeValue> = {
  on: { label: 'On', tone: 'good' },
  failing: { label: 'Failing', tone: 'waiting' },
  off: { label: 'Off', tone: 'quiet' },
  switched_off: { label: 'Switched off', tone: 'bad' },
};

export function stateOf({ is_active, disabled_reason, failing_since }: IntegrationView): IntegrationState {
  if (!is_active) return disabled_reason === null ? 'off' : 'switched_off';
  return failing_since === null ? 'on' : 'failing';
}

/** Where it leads, as far as that is no secret. */
export function targetOf({ url, site_url, project_key, secret_hint }: IntegrationView): string | null {
  if (site_url !== null) return [site_url, project_key].filter(Boolean).join(' · ');
  if (url !== null) return url;
  return secret_hint === null ? null : `Address that ends in ${secret_hint}`;
}
