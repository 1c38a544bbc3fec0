import type { TicketEventType } from './timeline.js';

/** What the live stream (`GET /api/live/`, Server-Sent Events) tells. Hints only: what they are about is read again. */
export const LIVE_EVENTS = ['change', 'notification', 'reset'] as const;
/**
 * `change`: something happened to a ticket (`LiveChange`). `notification`: the reader's bell has something new.
 * `reset`: too much happened since the last connection: whatever is shown may be old.
 */
export type LiveEvent = (typeof LIVE_EVENTS)[number];

/** The data of a `change`. */
export interface LiveChange {
  type: TicketEventType;
  ticket_id: number;
}
