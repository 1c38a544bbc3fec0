import type { IntegrationCallState, IntegrationCallView } from '@ticketing/contracts';
import type { CallRow } from './calls.repository.js';
import type { IntegrationEntity } from './integration.entity.js';

type Judged = Pick<IntegrationEntity, 'kind' | 'events' | 'isActive'>;

export function presentCall(row: CallRow, integration: Judged): IntegrationCallView {
  const state = stateOf(row);
  return {
    id: row.id,
    delivery_id: row.deliveryId,
    event_type: row.eventType,
    ticket: row.ticketId,
    tried_at: row.triedAt.toISOString(),
    request: row.request,
    status: row.status,
    answer: row.answer,
    error: row.error,
    duration_ms: row.durationMs,
    state,
    tries: row.tries ?? 1,
    next_try_at: state === 'waiting' ? row.nextTryAt!.toISOString() : null,
    can_replay: canReplay(row, integration),
  };
}

/** What has no delivery (any more) is what this one try was. */
function stateOf({ deliveryRowId, doneAt, deadAt, error }: CallRow): IntegrationCallState {
  if (deliveryRowId === null) return error === null ? 'delivered' : 'failed';
  if (doneAt) return 'delivered';
  return deadAt ? 'failed' : 'waiting';
}

/** Its delivery is over, and the integration would still want it. An issue that exists is not made again. */
export function canReplay(row: CallRow, { kind, events, isActive }: Judged): boolean {
  if (row.deliveryRowId === null || !isActive) return false;
  if (kind === 'jira') return row.deadAt !== null;
  return stateOf(row) !== 'waiting' && events.some((type) => type === row.eventType);
}
