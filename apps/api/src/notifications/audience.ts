import type { NotificationKind, TicketEventType, TicketStatus } from '@ticketing/contracts';
import type { StoredEvent } from '../platform/events/event-handlers.js';
import type { TicketChangeData, TicketNews } from '../tickets/index.js';

/** What of a ticket decides who is told. */
export interface AudienceFacts {
  requesterId: number;
  status: TicketStatus;
  /** Null also when whoever has it is no active admin any more: then nobody does. */
  assigneeId: number | null;
  /** All active ones. */
  adminIds: number[];
  /** Active admins who have written on the ticket. */
  writingAdminIds: number[];
}

/** Somebody who is told, and as what. */
export interface Listener {
  userId: number;
  kind: NotificationKind;
}

/** Events that anybody is told of. */
export const TOLD_EVENTS = [
  'ticket.created',
  'ticket.assigned',
  'ticket.status_changed',
  'ticket.closing_soon',
  'comment.added',
] as const satisfies readonly TicketEventType[];
type ToldEvent = Pick<StoredEvent, 'type' | 'actorId' | 'isInternal' | 'data'>;

const RULES: Record<(typeof TOLD_EVENTS)[number], (event: ToldEvent, facts: AudienceFacts) => Listener[]> = {
  'ticket.created': ({ actorId, data }, { requesterId, adminIds }) => [
    ...((data as TicketNews).unconfirmed ? [] : all('ticket_received', [requesterId])),
    ...all('ticket_created', except(actorId, adminIds)),
  ],
  'ticket.assigned': (event, { assigneeId }) => {
    const isStillTheirs = assigneeId !== null && newValue(event, 'assigned_to') === String(assigneeId);
    return isStillTheirs ? all('assigned', except(event.actorId, [assigneeId])) : [];
  },
  'ticket.status_changed': (event, { requesterId, assigneeId }) => {
    const moved = newValue(event, 'status') !== null;
    const saysMore = newValue(event, 'admin_feedback') !== null;
    const listeners: Listener[] = [];
    if (saysMore) listeners.push({ userId: requesterId, kind: 'feedback_given' });
    if (moved) listeners.push(...all('status_changed', [requesterId, assigneeId]));
    return listeners.filter(({ userId }) => userId !== event.actorId);
  },
  /** Who wrote or reopened it meanwhile has prevented it. */
  'ticket.closing_soon': ({ actorId }, { requesterId, status }) =>
    status === 'resolved' ? all('closing_soon', except(actorId, [requesterId])) : [],
  'comment.added': (event, facts) =>
    event.isInternal
      ? all('note_added', except(event.actorId, [facts.assigneeId, ...facts.writingAdminIds]))
      : all('comment_added', except(event.actorId, [facts.requesterId, ...whoHasIt(facts)])),
};

/**
 * Who is told of an event, each once: the one place that decides it, asked when the event comes and again when a
 * mail or a line in the bell is written, with the facts of that moment. Nobody is told of what they did themselves;
 * the confirmation of a new ticket is the exception.
 */
export function audienceOf(event: ToldEvent, facts: AudienceFacts): Listener[] {
  const rule = RULES[event.type as keyof typeof RULES];
  if (!rule) return [];
  const byUser = new Map<number, Listener>();
  for (const listener of rule(event, facts)) {
    if (!byUser.has(listener.userId)) byUser.set(listener.userId, listener);
  }
  return [...byUser.values()];
}

/** Value of a field after the change; null when it was not changed, or emptied. */
export function newValue({ data }: Pick<StoredEvent, 'data'>, field: string): string | null {
  const { changes = [] } = data as Partial<TicketChangeData>;
  return changes.find((change) => change.field === field)?.to ?? null;
}

/** A ticket that nobody has is everybody's. */
const whoHasIt = ({ assigneeId, adminIds }: AudienceFacts) => (assigneeId === null ? adminIds : [assigneeId]);

const all = (kind: NotificationKind, userIds: (number | null)[]): Listener[] =>
  userIds.filter((userId) => userId !== null).map((userId) => ({ userId, kind }));

const except = (actorId: number | null, userIds: (number | null)[]) =>
  userIds.filter((userId) => userId !== actorId);
