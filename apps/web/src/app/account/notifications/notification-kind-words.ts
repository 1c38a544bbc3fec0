import type { NotificationChannel, NotificationKind } from '@ticketing/contracts';

/** What people are told of, as the table of the account page names it. */
export const KIND_WORDS: Record<NotificationKind, string> = {
  ticket_created: 'A new ticket comes in',
  ticket_received: 'Your ticket has arrived',
  status_changed: 'The status changes',
  feedback_given: 'Feedback is given',
  comment_added: 'Somebody comments',
  note_added: 'Somebody writes an internal note',
  assigned: 'A ticket is assigned to you',
  closing_soon: 'A resolved ticket is about to be closed',
};

export const CHANNEL_WORDS: Record<NotificationChannel, string> = {
  in_app: 'In the app',
  email: 'By e-mail',
};
