import { createHash } from 'node:crypto';
import type { InboundMailVerdict, QuarantineReason } from '@ticketing/contracts';
import { canonicalEmail } from '../users/index.js';
import { cleanLine } from './clean-text.js';
import type { MailFacts, Verdict } from './classify-mail.js';
import type { InboundMailEntity } from './inbound-mail.entity.js';
import { failsAuthentication } from './machine-signs.js';
import { LONGEST_VALUE } from './mail-headers.js';
import { upTo } from './mail-texts.js';
import { MAIL_LIMITS, type ParsedMail } from './parsed-mail.js';

const LONGEST_TEXT = 20_000;
const MOST_OF_A_HEADER = 20;

/** What is kept of a mail that was read. */
export type MailContent = Pick<
  InboundMailEntity,
  'sender' | 'senderName' | 'subject' | 'text' | 'details' | 'failsAuthentication'
>;

/** What became of it. */
export type MailOutcome = Pick<InboundMailEntity, 'state' | 'verdict' | 'reason'> &
  Partial<Pick<InboundMailEntity, 'ticketId' | 'commentId'>>;

/** What recognises a mail that comes on two ways; null without Message-ID or sender: then its bytes do. */
export function messageKeyOf({ messageId, from }: Pick<ParsedMail, 'messageId' | 'from'>): string | null {
  if (messageId === null || from === null) return null;
  return createHash('sha256').update(`${from}\n${messageId}`).digest('hex');
}

export function contentOf(mail: ParsedMail, trustedServer: string | null): MailContent {
  const few = (values: string[]) => values.slice(0, MOST_OF_A_HEADER);
  return {
    sender: mail.from,
    senderName: mail.fromName,
    subject: mail.subject,
    text: upTo(mail.text, LONGEST_TEXT),
    failsAuthentication: failsAuthentication(mail, trustedServer),
    details: {
      headers: {
        to: few(mail.to),
        cc: few(mail.cc),
        date: mail.date?.toISOString() ?? null,
        message_id: mail.messageId,
        in_reply_to: few(mail.inReplyTo),
        return_path: mail.returnPath,
        authentication_results: few(mail.authenticationResults).map((value) =>
          value.slice(0, LONGEST_VALUE).toWellFormed(),
        ),
      },
      attachments: mail.attachments.map(({ filename, contentType, size }) => ({
        filename,
        content_type: contentType,
        size,
      })),
    },
  };
}

/** Who wrote it and what it answers, as far as that is known. */
export function peopleOf({ sender, thread }: MailFacts) {
  const { ticketId, userId } = thread?.kind === 'ours' ? thread : { ticketId: null, userId: null };
  return { senderUserId: sender?.id ?? null, answersTicketId: ticketId, answersUserId: userId };
}

export const noted = (verdict: InboundMailVerdict): MailOutcome => ({
  state: 'noted',
  verdict,
  reason: null,
});

export const held = (reason: QuarantineReason): MailOutcome => ({
  state: 'quarantined',
  verdict: 'quarantine',
  reason,
});

export const filed = (
  verdict: Verdict['kind'],
  where: { ticketId: number; commentId?: number },
): MailOutcome => ({
  state: 'filed',
  verdict,
  reason: null,
  ...where,
});

/** A mail that stays in its mailbox. */
export interface TooLargeMail {
  /** Where it is: mailbox and number. */
  place: string;
  size: number;
  sender: string | null;
  subject: string;
}

export function contentOfTooLarge({ sender, subject, size }: TooLargeMail) {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return {
    ...held('malformed'),
    sender: canonicalEmail(sender ?? '') ?? null,
    subject: cleanLine(subject, MAIL_LIMITS.subject),
    text: `This mail has ${megabytes} MiB, which is too much. It is still in the mailbox, flagged.`,
  };
}
