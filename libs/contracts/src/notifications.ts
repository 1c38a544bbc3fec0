import type { UserRef } from './users.js';

/** What people are told of. `note_added` is for admins only, and so is `ticket_created`. */
export const NOTIFICATION_KINDS = [
  'ticket_created',
  'ticket_received',
  'status_changed',
  'feedback_given',
  'comment_added',
  'note_added',
  'assigned',
  /** A resolved ticket of theirs is about to be closed. */
  'closing_soon',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Where people are told. */
export const NOTIFICATION_CHANNELS = ['in_app', 'email'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** Something that happened on a ticket, as told to one person. */
export interface NotificationView {
  id: number;
  kind: NotificationKind;
  ticket: { id: number; title: string };
  /** Who did it; null when the product did. */
  actor: UserRef | null;
  /**
   * The comment, the feedback, the new status (a `TicketStatus`), or the moment at which it is closed (ISO 8601); at
   * most 140 code points, on one line.
   */
  excerpt: string | null;
  /** The comment that it tells of; it may be deleted by now, and has no excerpt then. */
  comment_id: number | null;
  /** ISO 8601, UTC. */
  created_at: string;
  read_at: string | null;
}

/** Answer of `GET /api/notifications/unread_count/`. */
export interface UnreadCount {
  /** Exact up to `UNREAD_COUNT_MAX`, which means that many or more: show "99+". */
  unread: number;
}
export const UNREAD_COUNT_MAX = 100;

/** Body of `POST /api/notifications/read_all/`. What came later stays unread. */
export interface ReadAllRequest {
  /** Id of the newest notification that the reader has seen. */
  up_to: number;
}

/** Body of `POST /api/notifications/read_ticket/`, which answers with the `UnreadCount` that is left. */
export interface ReadTicketNotificationsRequest {
  /** Id of the ticket that the reader has before them. */
  ticket_id: number;
}

/** One cell of the matrix: whether its owner is told of this here. */
export interface NotificationPreference {
  kind: NotificationKind;
  channel: NotificationChannel;
  enabled: boolean;
}

/**
 * Answer of `GET` and `PATCH /api/notifications/preferences/`: every cell that applies to the
 * caller's role. A pair that is missing does not exist for the caller: show no switch.
 */
export interface NotificationPreferences {
  preferences: NotificationPreference[];
}

/** Body of `PATCH /api/notifications/preferences/`. Cells that are left out stay as they are. */
export interface UpdateNotificationPreferencesRequest {
  preferences: NotificationPreference[];
}

/** Answer of `GET /api/tickets/{id}/mute/` and `POST .../mute/`, `.../unmute/`. */
export interface TicketMute {
  /** The caller is told nothing more about this ticket. */
  muted: boolean;
}
