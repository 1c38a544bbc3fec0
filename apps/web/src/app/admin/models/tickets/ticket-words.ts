import {
  type AdminTicket,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketStatus,
} from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS, STATUS_WORDS } from '../../../tickets/index';
import type { BadgeValue, Option } from '../../registry/field-description';

const STATUS_TONES: Record<TicketStatus, BadgeValue['tone']> = {
  open: 'new',
  in_progress: 'busy',
  pending_user: 'waiting',
  resolved: 'good',
  closed: 'quiet',
};

export function statusBadge({ status }: AdminTicket): BadgeValue {
  return { label: STATUS_WORDS[status], tone: STATUS_TONES[status] };
}

export const STATUS_OPTIONS: Option[] = TICKET_STATUSES.map((value) => ({
  value,
  label: STATUS_WORDS[value],
}));
export const PRIORITY_OPTIONS: Option[] = TICKET_PRIORITIES.map((value) => ({
  value,
  label: PRIORITY_WORDS[value],
}));
export const CATEGORY_OPTIONS: Option[] = TICKET_CATEGORIES.map((value) => ({
  value,
  label: CATEGORY_WORDS[value],
}));

export const SCORE_OPTIONS: Option[] = [5, 4, 3, 2, 1].map((score) => ({
  value: String(score),
  label: `${score} of 5`,
}));

/** `1 ticket`, `30 tickets`. */
export function ticketCount(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`;
}
