import type { JobView } from '@ticketing/contracts';
import type { JobRow } from './jobs.repository.js';

export function presentJob(row: JobRow): JobView {
  const { deadAt } = row;
  return {
    id: row.id,
    state: deadAt ? 'dead' : 'waiting',
    handler: row.handler,
    recipient: row.recipient,
    event: { id: row.eventId, type: row.eventType, ticket_id: row.ticketId },
    tries: row.tries,
    next_try_at: deadAt ? null : row.nextTryAt.toISOString(),
    last_error: row.lastError,
    dead_at: deadAt?.toISOString() ?? null,
  };
}
