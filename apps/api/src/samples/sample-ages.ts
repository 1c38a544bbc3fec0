import { rowsIn, type Tx } from '../platform/database/database.js';
import { unnamed } from '../platform/database/statement.js';

const MINUTE_MS = 60_000;

/** One thing after the other, this far apart. */
const STEP_MS = 23 * MINUTE_MS;

/** Nobody gets mail about what never happened, and no bell rings. */
const TELL_NOBODY = unnamed(`update events set dispatched_at = now() where ticket_id = $1`);

/** History is not changed otherwise: a trigger forbids it. */
const ALLOW_AGING = unnamed(`set local ticketing.ages_events = on`);

const AGE_EVENTS = unnamed(
  `update events e set created_at = $2::timestamptz + n.position * $3 * interval '1 ms'
     from (select id, row_number() over (order by id) - 1 as position from events where ticket_id = $1) n
    where e.id = n.id`,
);

const AGE_COMMENTS = unnamed(
  `update ticket_comments c set created_at = e.created_at, updated_at = e.created_at
     from events e where e.ticket_id = $1 and e.type = 'comment.added' and (e.data->>'comment_id')::int = c.id`,
);

/** Every moment of the ticket that is set follows the event that set it. */
const AGE_TICKET = unnamed(
  `update tickets t set created_at = $2, updated_at = h.last_public,
          resolved_at = case when t.resolved_at is not null then h.resolved end,
          closed_at = case when t.closed_at is not null then h.last_public end,
          first_response_at = case when t.first_response_at is not null then h.answered end
     from (select max(created_at) filter (where not is_internal) as last_public,
                  max(created_at) filter (where data @> '{"changes": [{"to": "resolved"}]}') as resolved,
                  min(created_at) filter (where type = 'comment.added' and not is_internal and actor_id <> $3) as answered
             from events where ticket_id = $1) h
    where t.id = $1`,
);

/** Moves a sample ticket into the past: a help desk where everything happened this second tells nothing. */
export async function age(tx: Tx, ticketId: number, requesterId: number, minutesAgo: number): Promise<void> {
  const openedAt = new Date(Date.now() - minutesAgo * MINUTE_MS);
  await rowsIn(tx, TELL_NOBODY, [ticketId]);
  await rowsIn(tx, ALLOW_AGING);
  await rowsIn(tx, AGE_EVENTS, [ticketId, openedAt, STEP_MS]);
  await rowsIn(tx, AGE_COMMENTS, [ticketId]);
  await rowsIn(tx, AGE_TICKET, [ticketId, openedAt, requesterId]);
}
