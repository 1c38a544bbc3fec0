/** A mail, ready to be sent. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable for one event and recipient: a mail that goes out twice is recognised as one. */
  messageId: string;
  /** Where answers go; left out: to the sender of all mails, whom nobody reads. */
  replyTo?: string;
  /** Message-ID of the mail that this one follows: mail programs show both as one conversation. */
  inReplyTo?: string;
  references?: string;
}

/** Text of people in HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Line breaks, other control characters, and what turns the direction of all the text behind it. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of people where one line is meant: a subject, a name. No header begins in it. */
export function oneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').replace(/ {2,}/g, ' ').trim();
}
