import type { AcceptMailAs, NotedMail, TicketEventType } from '@ticketing/contracts';
import type { DomainEvent } from '../platform/events/event-log.js';

/** Which mail it is about. */
export interface MailEventData {
  mail_id: number;
}

/** Whose words an admin filed, and where. */
export interface MailAcceptedData extends MailEventData {
  as: AcceptMailAs;
  user_id: number;
  ticket_id: number;
  comment_id: number | null;
}

const event = (type: string, data: MailEventData, actorId: number | null = null): DomainEvent => ({
  type,
  ticketId: null,
  actorId,
  isInternal: true,
  data,
});

/** What an admin decided. That a mail came is nobody's doing. */
const decision = (type: string, data: MailEventData, adminId: number): DomainEvent => ({
  ...event(type, data, adminId),
  object: { model: 'quarantine', id: data.mail_id },
});

/** It is kept; what it means is found out afterwards. */
export const mailReceived = (mailId: number) => event('mail.received', { mail_id: mailId });
export const mailAccepted = (adminId: number, data: MailAcceptedData) =>
  decision('mail.accepted', data, adminId);
export const mailDiscarded = (mailId: number, adminId: number) =>
  decision('mail.discarded', { mail_id: mailId }, adminId);

/** What a ticket's history keeps of a mail that changed nothing. */
export interface MailNotedData {
  mail: { id: number; kind: NotedMail['kind']; user_id: number };
}

/** Internal: that somebody's mail comes back or is answered by a machine is for the support team. */
export const mailNoted = (ticketId: number, mail: MailNotedData['mail']): DomainEvent => ({
  type: 'mail.noted' satisfies TicketEventType,
  ticketId,
  actorId: null,
  isInternal: true,
  object: { model: 'tickets', id: ticketId },
  data: { mail } satisfies MailNotedData,
});
