import {
  type AdminTicket,
  LIMITS,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  type UpdateTicketRequest,
  type UserRef,
} from '@ticketing/contracts';
import type { FormFieldDescription, Typed } from '../../registry/field-description';
import type { FormDescription } from '../../registry/model-description';
import { CATEGORY_OPTIONS, PRIORITY_OPTIONS, STATUS_OPTIONS } from './ticket-words';

const FIELDS: FormFieldDescription<AdminTicket>[] = [
  {
    name: 'title',
    label: 'Title',
    kind: 'text',
    limits: LIMITS.title,
    start: (row) => row?.title ?? '',
  },
  {
    name: 'description',
    label: 'Description',
    kind: 'markdown',
    limits: LIMITS.description,
    start: (row) => row?.description ?? '',
  },
  {
    name: 'category',
    label: 'Category',
    kind: 'choice',
    options: CATEGORY_OPTIONS,
    start: (row) => row?.category ?? 'other',
  },
  {
    name: 'priority',
    label: 'Priority',
    kind: 'choice',
    options: PRIORITY_OPTIONS,
    start: (row) => row?.priority ?? 'medium',
  },
  {
    name: 'status',
    label: 'Status',
    kind: 'choice',
    options: STATUS_OPTIONS,
    start: (row) => row?.status ?? 'open',
  },
  {
    name: 'assigned_to',
    label: 'Assignee (optional)',
    kind: 'person',
    role: 'admin',
    optional: true,
    start: (row) => idOf(row?.assigned_to ?? null),
    startsWith: (row) => row?.assigned_to ?? null,
  },
];

/** How tickets are changed here. New ones are written where people write them. */
export const TICKET_FORM: FormDescription<AdminTicket> = {
  fields: FIELDS,
  update: (row, typed, api) =>
    api.patch<AdminTicket>(`/api/admin/tickets/${row.id}/`, changesOf(row, typed), row.version),
};

/** Only what is different: what is not sent leaves no trace in the history. */
function changesOf(row: AdminTicket, typed: Typed): UpdateTicketRequest {
  const now: UpdateTicketRequest = {
    title: typed['title'],
    description: typed['description'],
    category: typed['category'] as TicketCategory,
    priority: typed['priority'] as TicketPriority,
    status: typed['status'] as TicketStatus,
    assigned_to: typed['assigned_to'] ? Number(typed['assigned_to']) : null,
  };
  const before = { ...row, assigned_to: row.assigned_to?.id ?? null };
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => value !== before[field as keyof UpdateTicketRequest]),
  );
}

function idOf(person: UserRef | null): string {
  return person === null ? '' : String(person.id);
}
