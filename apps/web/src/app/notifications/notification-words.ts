import type { NotificationKind, NotificationView, TicketStatus } from '@ticketing/contracts';
import type { IconName } from '../ui/icon-paths';

export const NOTIFICATION_ICONS: Record<NotificationKind, IconName> = {
  ticket_created: 'ticket',
  ticket_received: 'check',
  status_changed: 'refresh',
  feedback_given: 'message',
  comment_added: 'reply',
  note_added: 'lock',
  assigned: 'user-check',
  closing_soon: 'clock',
};

/** How a status reads in "#182 is ... now". */
const STATUS_WORDS: Record<TicketStatus, string> = {
  open: 'open',
  in_progress: 'in work',
  pending_user: 'waiting for the requester',
  resolved: 'resolved',
  closed: 'closed',
};

const SENTENCES: Record<NotificationKind, (who: string, number: string, excerpt: string | null) => string> = {
  ticket_created: (who, number) => `${who} opened ${number}`,
  ticket_received: (_, number) => `${number} has arrived`,
  status_changed: (_, number, status) =>
    `${number} is ${STATUS_WORDS[status as TicketStatus] ?? 'changed'} now`,
  feedback_given: (who, number) => `${who} gave feedback on ${number}`,
  comment_added: (who, number) => `${who} commented on ${number}`,
  note_added: (who, number) => `${who} wrote an internal note on ${number}`,
  assigned: (who, number) => `${who} assigned ${number} to you`,
  closing_soon: (_, number) => `${number} is about to be closed`,
};

/** What happened, as a sentence without the title of the ticket, which stands beside it. */
export function notificationWords({ kind, actor, ticket, excerpt }: NotificationView): string {
  return SENTENCES[kind](actor?.name ?? 'Somebody', `#${ticket.id}`, excerpt);
}

/** Their excerpt is for machines: the new status, the moment of closing. */
const UNWRITTEN: readonly NotificationKind[] = ['status_changed', 'closing_soon'];

/** What was written, where something was. */
export function excerptOf({ kind, excerpt }: NotificationView): string | null {
  return UNWRITTEN.includes(kind) ? null : excerpt;
}
