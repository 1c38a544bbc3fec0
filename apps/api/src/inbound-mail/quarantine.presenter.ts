import type { InboundMailHeaders, InboundMailSummary, InboundMailView, UserRef } from '@ticketing/contracts';
import type { MailRow } from './inbound-mails.repository.js';
import { excerptOf } from './mail-texts.js';

/** People by id. Whom a signature names may be gone. */
export type People = ReadonlyMap<number, UserRef>;

const NO_HEADERS: InboundMailHeaders = {
  to: [],
  cc: [],
  date: null,
  message_id: null,
  in_reply_to: [],
  return_path: null,
  authentication_results: [],
};

/** Everybody whom these mails mention. */
export const peopleOfMails = (rows: MailRow[]): (number | null)[] =>
  rows.flatMap(({ senderUserId, decidedById, answersUserId }) => [senderUserId, decidedById, answersUserId]);

/** Not filed yet, or filed nowhere: an admin may still say what it is. */
export function isUndecided({ state }: Pick<MailRow, 'state'>): boolean {
  return state === 'quarantined' || state === 'noted' || state === 'received';
}

export function presentMailSummary(row: MailRow, people: People): InboundMailSummary {
  return {
    id: row.id,
    received_at: row.receivedAt.toISOString(),
    sender: row.sender,
    sender_name: row.senderName,
    sender_user: personOf(row.senderUserId, people),
    subject: row.subject,
    excerpt: excerptOf(row.text),
    state: row.state,
    verdict: row.verdict,
    reason: row.reason,
    size: row.size,
    ticket: row.ticketId,
    comment: row.commentId,
    decided_by: personOf(row.decidedById, people),
    decided_at: row.decidedAt?.toISOString() ?? null,
  };
}

export function presentMail(row: MailRow, people: People): InboundMailView {
  return {
    ...presentMailSummary(row, people),
    text: row.text,
    headers: row.details.headers ?? NO_HEADERS,
    attachments: row.details.attachments ?? [],
    answers_ticket: row.answersTicketId,
    answers_user: personOf(row.answersUserId, people),
    source: row.hasRaw ? `/api/admin/quarantine/${row.id}/source/` : null,
    can_decide: isUndecided(row),
  };
}

function personOf(id: number | null, people: People): UserRef | null {
  return id === null ? null : (people.get(id) ?? null);
}
