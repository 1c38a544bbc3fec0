/** What a mail may cost. More than that is kept as it came and looked at by people. */
export const MAIL_LIMITS = {
  bytes: 25 * 1024 * 1024,
  headerBytes: 256 * 1024,
  /** The parser's time goes by lines; an attachment of 25 MiB has 350,000 of them. */
  lines: 1_000_000,
  parts: 200,
  attachments: 50,
  subject: 200,
  /** Characters of text; the raw source has the rest. */
  text: 200_000,
  /** Message-IDs of `References`, the newest; addresses of a list of recipients, the first. */
  references: 100,
  recipients: 200,
  parseMs: 30_000,
};

export const MAIL_PROBLEMS = [
  'too_large',
  'headers_too_large',
  'too_many_lines',
  'too_many_parts',
  'too_many_attachments',
  'unreadable',
] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

export interface MailAttachment {
  /** As the sender called it: for reading, never for a path. */
  filename: string | null;
  contentType: string;
  size: number;
  /** Shown inside the HTML text (a logo of a signature), not attached by hand. */
  isInline: boolean;
  content: Buffer;
}

/** A machine's report on another mail (RFC 6522). */
export interface MailReport {
  /** `delivery-status`, `disposition-notification`, `feedback-report`, ... */
  type: string;
}

/** What we use of a mail. Addresses are canonical, texts can be stored, lists are bounded. */
export interface ParsedMail {
  /** Of the raw source, in hex: the name under which it is kept, and what recognises a mail without Message-ID. */
  sha256: string;
  /** The one address in `From`; null when there is none that we take, or when there are several. */
  from: string | null;
  /** Two addresses, two `From` lines or a group: nobody knows who speaks. */
  hasSeveralSenders: boolean;
  /** The name beside the address: for reading, anybody can write anything there. */
  fromName: string;
  to: string[];
  cc: string[];
  /** Where servers say that it went: `Delivered-To`, `X-Original-To`, `Envelope-To`. */
  deliveredTo: string[];
  subject: string;
  text: string;
  date: Date | null;
  messageId: string | null;
  /** `In-Reply-To`, then `References` from the newest to the oldest. */
  inReplyTo: string[];
  references: string[];
  /** Message-IDs that stand in the body: what bounces send back of our mail. */
  quotedMessageIds: string[];
  /** Null: no such header; `''`: `<>`, the sender of bounces. */
  returnPath: string | null;
  /** Header values in lower case; null: no such header. */
  autoSubmitted: string | null;
  precedence: string | null;
  autoResponseSuppress: string | null;
  /** Names of headers that only auto-responders write. */
  autoReplyHeaders: string[];
  /** Names of the headers of mailing lists that it has. */
  listHeaders: string[];
  listId: string | null;
  report: MailReport | null;
  /** As servers wrote them, the newest first. Anybody can send some along: see `failsAuthentication`. */
  authenticationResults: string[];
  attachments: MailAttachment[];
}

/** A mail, or why there is none. */
export type MailParse = { ok: true; mail: ParsedMail } | { ok: false; problem: MailProblem };
