import {
  type AdminTicket,
  type BulkPreview,
  type BulkRefusal,
  type BulkResult,
  type BulkTicketChange,
  type BulkTicketsRequest,
  type BulkUndone,
  LIMITS,
  TAG_LIMITS,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@ticketing/contracts';
import type { AdminApi } from '../../data/admin-api';
import type { BulkActionDescription, Forecast } from '../../registry/bulk-action-description';
import { choicesOf, type Typed } from '../../registry/field-description';
import { ALL_TAGS, tagsOn } from './ticket-tags';
import { CATEGORY_OPTIONS, PRIORITY_OPTIONS, STATUS_OPTIONS, ticketCount } from './ticket-words';

const URL = '/api/admin/tickets/bulk/';

type BulkAction = BulkActionDescription<AdminTicket>;

const isThere = ({ deleted_at }: AdminTicket): boolean => deleted_at === null;

const ASSIGN = bulkAction(
  {
    id: 'assign',
    label: 'Assign',
    icon: 'user-check',
    when: isThere,
    heading: (tickets) => `Assign ${ticketCount(tickets.length)}?`,
    asks: [
      {
        name: 'who',
        label: 'To',
        kind: 'choice',
        options: [
          { value: 'admin', label: 'An admin' },
          { value: 'nobody', label: 'Nobody' },
        ],
        start: () => 'admin',
      },
      {
        name: 'assigned_to',
        label: 'Admin',
        kind: 'person',
        role: 'admin',
        when: ({ who }) => who === 'admin',
      },
    ],
    button: 'Assign',
  },
  ({ who, assigned_to }) => {
    if (who === 'nobody') return { assigned_to: null };
    return assigned_to ? { assigned_to: Number(assigned_to) } : null;
  },
);

const CHANGE_STATUS = bulkAction(
  {
    id: 'status',
    label: 'Change status',
    icon: 'activity',
    when: isThere,
    heading: (tickets) => `Change the status of ${ticketCount(tickets.length)}?`,
    asks: [
      {
        name: 'status',
        label: 'Status',
        kind: 'choice',
        options: STATUS_OPTIONS,
        start: () => 'resolved',
      },
      {
        name: 'admin_feedback',
        label: 'Feedback (optional)',
        hint: 'Each requester is told.',
        kind: 'lines',
        limits: LIMITS.adminFeedback,
      },
    ],
    button: 'Change status',
  },
  ({ status, admin_feedback }) => ({
    status: status as TicketStatus,
    ...(admin_feedback?.trim() && { admin_feedback: admin_feedback.trim() }),
  }),
);

const CHANGE_PRIORITY = bulkAction(
  {
    id: 'priority',
    label: 'Change priority',
    icon: 'sort',
    when: isThere,
    heading: (tickets) => `Change the priority of ${ticketCount(tickets.length)}?`,
    asks: [
      {
        name: 'priority',
        label: 'Priority',
        kind: 'choice',
        options: PRIORITY_OPTIONS,
        start: () => 'high',
      },
    ],
    button: 'Change priority',
  },
  ({ priority }) => ({ priority: priority as TicketPriority }),
);

const CHANGE_CATEGORY = bulkAction(
  {
    id: 'category',
    label: 'Change category',
    icon: 'inbox',
    when: isThere,
    heading: (tickets) => `Change the category of ${ticketCount(tickets.length)}?`,
    asks: [
      {
        name: 'category',
        label: 'Category',
        kind: 'choice',
        options: CATEGORY_OPTIONS,
        start: () => 'support',
      },
    ],
    button: 'Change category',
  },
  ({ category }) => ({ category: category as TicketCategory }),
);

const TAGS = { min: 1, max: TAG_LIMITS.perTicket };

const ADD_TAGS = bulkAction(
  {
    id: 'add-tags',
    label: 'Add tags',
    icon: 'tag',
    when: isThere,
    heading: (tickets) => `Add tags to ${ticketCount(tickets.length)}?`,
    asks: [{ name: 'tags', label: 'Tags', kind: 'choices', options: ALL_TAGS, limits: TAGS }],
    button: 'Add tags',
  },
  ({ tags = '' }) => ({ add_tags: choicesOf(tags).map(Number) }),
);

const REMOVE_TAGS = bulkAction(
  {
    id: 'remove-tags',
    label: 'Remove tags',
    icon: 'tag',
    when: (ticket) => isThere(ticket) && ticket.tags.length > 0,
    heading: (tickets) => `Remove tags from ${ticketCount(tickets.length)}?`,
    asksAbout: (tickets) => [
      { name: 'tags', label: 'Tags', kind: 'choices', options: tagsOn(tickets), limits: TAGS },
    ],
    button: 'Remove tags',
  },
  ({ tags = '' }) => ({ remove_tags: choicesOf(tags).map(Number) }),
);

const DELETE = bulkAction(
  {
    id: 'delete',
    label: 'Delete',
    icon: 'trash',
    danger: true,
    when: isThere,
    heading: (tickets) => `Delete ${ticketCount(tickets.length)}?`,
    button: 'Delete',
  },
  () => ({ is_deleted: true }),
);

const RESTORE = bulkAction(
  {
    id: 'restore',
    label: 'Restore',
    icon: 'undo',
    when: (ticket) => !isThere(ticket),
    heading: (tickets) => `Restore ${ticketCount(tickets.length)}?`,
    button: 'Restore',
  },
  () => ({ is_deleted: false }),
);

/** What many tickets need at once: one request, one transaction, one way back. */
export const TICKET_BULK_ACTIONS: BulkAction[] = [
  ASSIGN,
  CHANGE_STATUS,
  CHANGE_PRIORITY,
  CHANGE_CATEGORY,
  ADD_TAGS,
  REMOVE_TAGS,
  RESTORE,
  DELETE,
];

/** `changeOf` tells what was typed; null while something is missing. */
function bulkAction(
  words: Omit<BulkAction, 'preview' | 'run'>,
  changeOf: (typed: Typed) => BulkTicketChange | null,
): BulkAction {
  return {
    ...words,
    preview: async (tickets, typed, api) => {
      const change = changeOf(typed);
      if (change === null) return { effects: [] };
      return forecastOf(await api.post<BulkPreview>(`${URL}preview/`, requestFor(tickets, change)));
    },
    run: async (tickets, typed, api) => {
      const result = await api.post<BulkResult>(URL, requestFor(tickets, changeOf(typed)!));
      return {
        said:
          result.changed.length === 0
            ? 'No ticket was changed.'
            : `${ticketCount(result.changed.length)} changed.`,
        refused: result.refused,
        ...(result.id !== null && { undo: (again: AdminApi) => takeBack(result.id!, again) }),
      };
    },
  };
}

function requestFor(tickets: readonly AdminTicket[], change: BulkTicketChange): BulkTicketsRequest {
  return { ids: tickets.map(({ id }) => id), change };
}

function forecastOf({ effects, changed, unchanged, refused }: BulkPreview): Forecast {
  return { effects, changed, unchanged, refused };
}

/** What somebody has changed since is left alone. */
async function takeBack(id: number, api: AdminApi): Promise<string> {
  const { restored, left } = await api.post<BulkUndone>(`${URL}${id}/undo/`);
  const back =
    restored.length === 1 ? '1 ticket is as it was.' : `${restored.length} tickets are as they were.`;
  return left.length === 0 ? back : `${back} ${leftWords(left)}`;
}

function leftWords({ length }: readonly BulkRefusal[]): string {
  return `${ticketCount(length)} ${length === 1 ? 'was changed since, and stays so.' : 'were changed since, and stay so.'}`;
}
