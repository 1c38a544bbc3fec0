import type { UserRef } from './users.js';

/** Why a mail waits for an admin. */
export const QUARANTINE_REASONS = [
  'malformed',
  'several_senders',
  'failed_authentication',
  'forged_reply',
  'not_the_recipient',
  'unknown_sender',
  'inactive_sender',
  'unverified_sender',
  'ticket_not_visible',
  'empty',
  'over_quota',
  'filing_failed',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/**
 * What became of a mail that arrived. `received`: not read yet. `filed`: a comment or a ticket by itself.
 * `noted`: kept, changes nothing (bounces, auto-replies, lists, loops). `quarantined`: an admin decides;
 * then it is `accepted` or `discarded`.
 */
export const INBOUND_MAIL_STATES = [
  'received',
  'filed',
  'noted',
  'quarantined',
  'accepted',
  'discarded',
] as const;
export type InboundMailState = (typeof INBOUND_MAIL_STATES)[number];

/** What the mail was taken for; null while it was not read yet. */
export const INBOUND_MAIL_VERDICTS = [
  'duplicate',
  'own_mail',
  'bounce',
  'auto_reply',
  'mailing_list',
  'over_quota',
  'comment',
  'ticket',
  'quarantine',
] as const;
export type InboundMailVerdict = (typeof INBOUND_MAIL_VERDICTS)[number];

/** Answer of `POST /api/inbound/mail/`: the mail is safe, whatever becomes of it. */
export interface InboundMailReceipt {
  id: number;
}

/** A line of `GET /api/admin/quarantine/`. Everything in it is what strangers say. */
export interface InboundMailSummary {
  id: number;
  /** ISO 8601, UTC. */
  received_at: string;
  /** The address in `From`; null when there is none, or several. */
  sender: string | null;
  /** The name beside it. */
  sender_name: string;
  /** The account with that address. */
  sender_user: UserRef | null;
  subject: string;
  /** The first 140 code points of what it says, on one line. */
  excerpt: string;
  state: InboundMailState;
  verdict: InboundMailVerdict | null;
  /** Null for a mail that is not in quarantine for one. */
  reason: QuarantineReason | null;
  /** Bytes of the mail as it came. */
  size: number;
  /** The ticket that it was filed or noted on. */
  ticket: number | null;
  comment: number | null;
  /** The admin who accepted or discarded it. */
  decided_by: UserRef | null;
  decided_at: string | null;
}

export interface InboundMailAttachment {
  /** As the sender called it. */
  filename: string | null;
  content_type: string;
  /** Bytes. */
  size: number;
}

/** Headers that help to decide, as they came. */
export interface InboundMailHeaders {
  to: string[];
  cc: string[];
  date: string | null;
  message_id: string | null;
  in_reply_to: string[];
  return_path: string | null;
  /** What mail servers found out about the sender; anybody can write such lines. */
  authentication_results: string[];
}

/** `GET /api/admin/quarantine/{id}/`. */
export interface InboundMailView extends InboundMailSummary {
  /** What it says, as plain text, cut at 20,000 code points. HTML is never shown as such. */
  text: string;
  headers: InboundMailHeaders;
  attachments: InboundMailAttachment[];
  /** The ticket and the person that our signature in the mail names: what to accept it as. */
  answers_ticket: number | null;
  answers_user: UserRef | null;
  /** Address of the raw source, a download; null once it is deleted. Of senders without an account the first MiB. */
  source: string | null;
  /** True while it can be accepted or discarded. */
  can_decide: boolean;
}

export const ACCEPT_MAIL_AS = ['ticket', 'comment'] as const;
export type AcceptMailAs = (typeof ACCEPT_MAIL_AS)[number];

/** Body of `POST /api/admin/quarantine/{id}/accept/`. Answers the `InboundMailView`; 409 for the second who decides. */
export interface AcceptMailRequest {
  as: AcceptMailAs;
  /** The ticket to comment on: needed for `comment`, ignored for `ticket`. */
  ticket_id?: number;
  /**
   * As whom. Left out: as the account with the sender's address; a ticket of an address without account makes
   * one, unverified, and mails its owner a link to set a password.
   */
  user_id?: number;
}

/** Filters of `GET /api/admin/quarantine/`, newest first. Without `state`: those that wait for a decision. */
export interface InboundMailListQuery {
  state?: InboundMailState[];
  reason?: QuarantineReason[];
  /** Part of sender or subject; of mails in quarantine also of the text. */
  q?: string;
  limit?: number;
  cursor?: string;
}

/** Where a comment came from, when it was not written here. */
export interface CommentSource {
  kind: 'email';
  /** The quoted history and the signature under it, to be shown folded; null when there is none. */
  quoted: string | null;
}

/** A machine's mail that was kept with the ticket and changed nothing; only admins see it. */
export interface NotedMail {
  /** Of the mail: `GET /api/admin/quarantine/{id}/`. */
  id: number;
  /** `bounce`: our mail to `user` came back. `auto_reply`: `user` has an out-of-office reply or the like. */
  kind: 'bounce' | 'auto_reply';
  user: UserRef;
}
