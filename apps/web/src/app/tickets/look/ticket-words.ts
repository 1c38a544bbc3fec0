import type { TicketCategory, TicketPriority, TicketStatus } from '@ticketing/contracts';

/** How the support team names a status. */
export const STATUS_WORDS: Record<TicketStatus, string> = {
  open: 'Open',
  in_progress: 'In progress',
  pending_user: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** What a status means to the person who asked. */
export const REQUESTER_STATUS_WORDS: Record<TicketStatus, string> = {
  open: 'Received',
  in_progress: 'In work',
  pending_user: 'Waiting for you',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const PRIORITY_WORDS: Record<TicketPriority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
};

export const CATEGORY_WORDS: Record<TicketCategory, string> = {
  bug: 'Bug',
  feature: 'Feature request',
  support: 'Support',
  billing: 'Billing',
  other: 'Other',
};

/** Monday first. */
export const WEEKDAY_WORDS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** The words of a status for this reader: the team's for who may change it, the requester's for the others. */
export function statusWords(ticket: { can: { update_status: boolean } }): Record<TicketStatus, string> {
  return ticket.can.update_status ? STATUS_WORDS : REQUESTER_STATUS_WORDS;
}
