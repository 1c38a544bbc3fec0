import {
  type TagRef,
  TICKET_TRANSITIONS,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  type TicketView,
  type UserRef,
} from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS, STATUS_WORDS } from '../look/ticket-words';
import type { TicketLook } from './pending-edits';
import type { TicketApi } from './ticket-api';

/** One change of one ticket: how it looks, how it is sent, what is said, and the way back. */
export interface TicketEdit {
  look: TicketLook;
  send: (api: TicketApi, id: number, version: number) => Promise<TicketView>;
  said: string;
  /** Null where nothing leads back. */
  undo: TicketEdit | null;
}

export function changeStatus(ticket: TicketView, status: TicketStatus, feedback?: string): TicketEdit {
  const back = TICKET_TRANSITIONS[status].includes(ticket.status);
  return {
    ...moveTo(status, feedback),
    undo: back ? { ...moveTo(ticket.status), undo: null } : null,
  };
}

export function assign(ticket: TicketView, assignee: UserRef | null, me: UserRef | null): TicketEdit {
  const undo = { ...giveTo(ticket.assigned_to, me), undo: null };
  return { ...giveTo(assignee, me), undo };
}

export function changePriority(ticket: TicketView, priority: TicketPriority): TicketEdit {
  return { ...setPriority(priority), undo: { ...setPriority(ticket.priority), undo: null } };
}

export function changeCategory(ticket: TicketView, category: TicketCategory): TicketEdit {
  return { ...setCategory(category), undo: { ...setCategory(ticket.category), undo: null } };
}

export function retag(ticket: TicketView, tags: TagRef[]): TicketEdit {
  return { ...setTags(ticket.tags, tags), undo: { ...setTags(tags, ticket.tags), undo: null } };
}

export function rename(ticket: TicketView, title: string): TicketEdit {
  return { ...setTitle(title), undo: { ...setTitle(ticket.title), undo: null } };
}

type OneWay = Omit<TicketEdit, 'undo'>;

function moveTo(status: TicketStatus, feedback?: string): OneWay {
  const told = feedback === undefined ? {} : { admin_feedback: feedback };
  return {
    look: { status, ...told },
    send: (api, id, version) => api.updateStatus(id, version, { status, ...told }),
    said: `${STATUS_WORDS[status]}.`,
  };
}

function giveTo(assignee: UserRef | null, me: UserRef | null): OneWay {
  return {
    look: { assigned_to: assignee },
    send: (api, id, version) => api.update(id, version, { assigned_to: assignee?.id ?? null }),
    said: assignedTo(assignee, me),
  };
}

function assignedTo(assignee: UserRef | null, me: UserRef | null): string {
  if (!assignee) return 'Assigned to nobody.';
  return assignee.id === me?.id ? 'Assigned to you.' : `Assigned to ${assignee.name}.`;
}

function setPriority(priority: TicketPriority): OneWay {
  return {
    look: { priority },
    send: (api, id, version) => api.update(id, version, { priority }),
    said: `Priority is ${PRIORITY_WORDS[priority].toLowerCase()}.`,
  };
}

function setCategory(category: TicketCategory): OneWay {
  return {
    look: { category },
    send: (api, id, version) => api.update(id, version, { category }),
    said: `Category is ${CATEGORY_WORDS[category].toLowerCase()}.`,
  };
}

function setTags(from: readonly TagRef[], tags: TagRef[]): OneWay {
  return {
    look: { tags },
    send: (api, id, version) => api.update(id, version, { tags: tags.map(({ id: tag }) => tag) }),
    said: taggedWords(
      from.map(({ name }) => name),
      tags.map(({ name }) => name),
    ),
  };
}

function taggedWords(from: readonly string[], to: readonly string[]): string {
  const added = to.filter((name) => !from.includes(name));
  const removed = from.filter((name) => !to.includes(name));
  if (removed.length === 0) return `Tagged ${added.join(', ')}.`;
  return added.length === 0 ? `Tag ${removed.join(', ')} removed.` : 'Tags changed.';
}

function setTitle(title: string): OneWay {
  return {
    look: { title },
    send: (api, id, version) => api.update(id, version, { title }),
    said: 'Title changed.',
  };
}
