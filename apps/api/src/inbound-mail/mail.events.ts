import type { NotedMail, TicketEventType } from '@ticketing/contracts';
import type { DomainEvent } from '../platform/events/event-log.js';

/** Which mail it is about. */
export interface MailEventData {
  mail_id: number;
}

const event = (type: string, mailId: number, actorId: number | null = null): DomainEvent => ({
  type,
  ticketId: null,
  actorId,
  isInternal: true,
  data: { mail_id: mailId } satisfies MailEventData,
});

/** It is kept; what it means is found out afterwards. */
export const mailReceived = (mailId: number) => event('mail.received', mailId);
export const mailAccepted = (mailId: number, adminId: number) => event('mail.accepted', mailId, adminId);
export const mailDiscarded = (mailId: number, adminId: number) => event('mail.discarded', mailId, adminId);

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
  data: { mail } satisfies MailNotedData,
});
