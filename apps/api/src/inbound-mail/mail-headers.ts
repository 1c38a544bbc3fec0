import { type EmailAddress, parseAddressHeader } from 'mailparser';
import { canonicalEmail } from '../users/index.js';
import { cleanLine } from './clean-text.js';
import { MAIL_LIMITS } from './parsed-mail.js';

/** Of a value that is shown or compared; what is judged is read to its end. */
export const LONGEST_VALUE = 4_000;

/** The headers of a mail as they came, to be read without surprises: repeated ones stay several. */
export class MailHeaders {
  private readonly lines: { name: string; value: string }[];

  /** @param lines name and raw line, folded, one character a byte (as mailparser gives them) */
  constructor(lines: readonly { key: string; line: string }[]) {
    this.lines = lines.map(({ key, line }) => ({
      name: key,
      value: decodeBytes(line.replace(/^[^:]*:/, '')),
    }));
  }

  /** @param longest cut there; a whole head is never longer than `MAIL_LIMITS.headerBytes` */
  all(name: string, longest = LONGEST_VALUE): string[] {
    return this.lines.filter((line) => line.name === name).map(({ value }) => cleanLine(value, longest));
  }

  /** In lower case: what these headers say is not case-sensitive. */
  word(name: string): string | null {
    return this.all(name)[0]?.toLowerCase() ?? null;
  }

  names(isWanted: (name: string) => boolean): string[] {
    return [...new Set(this.lines.map(({ name }) => name).filter(isWanted))];
  }

  /** The whole value, for headers that are long. */
  private whole(name: string): string[] {
    return this.lines.filter((line) => line.name === name).map(({ value }) => value.replace(/\s+/g, ' '));
  }

  /** Everything in these headers that is an address, groups opened. */
  addresses(...names: string[]): string[] {
    const canonical = names
      .flatMap((name) => this.mailboxes(name))
      .flatMap(({ group, ...one }) => group ?? [one])
      .map(({ address }) => canonicalEmail(address ?? ''))
      .filter((address) => address !== undefined);
    return [...new Set(canonical)].slice(0, MAIL_LIMITS.recipients);
  }

  mailboxes(name: string): EmailAddress[] {
    return this.whole(name).flatMap((value) => mailboxesIn(value));
  }

  /** All `<...>` of a header, in the order of the mail. */
  messageIds(name: string): string[] {
    return this.whole(name).flatMap(messageIdsIn);
  }

  /** The mail's own; some programs leave out the brackets. */
  messageId(): string | null {
    const value = this.all('message-id')[0] ?? '';
    return messageIdsIn(value)[0] ?? (/^[^\s<>]{1,900}$/.test(value) ? `<${value}>` : null);
  }

  /** Null: no such header; empty: the null sender `<>`. */
  returnPath(): string | null {
    const value = this.all('return-path')[0];
    if (value === undefined) return null;
    return canonicalEmail(value.replace(/^<|>$/g, '')) ?? (value === '<>' ? '' : null);
  }

  date(): Date | null {
    const date = new Date(this.all('date')[0] ?? '');
    return Number.isNaN(date.getTime()) ? null : date;
  }
}

/**
 * Only addresses that stand there as they are: one that appears by decoding (`=?utf-8?q?ada=40example.org?=`) is
 * not what servers checked when they checked the sender. Cut before each is looked for, which takes time.
 */
function mailboxesIn(value: string): EmailAddress[] {
  return few(parseAddressHeader(value, { decodePunycode: false }).value).map(({ group, ...one }) => ({
    ...one,
    ...(value.includes(one.address ?? '') ? {} : { address: '' }),
    ...(group && { group: few(group) }),
  }));
}

/** One more than is kept: that there are too many still shows. */
function few(list: EmailAddress[]): EmailAddress[] {
  return list.slice(0, MAIL_LIMITS.recipients + 1);
}

function messageIdsIn(value: string): string[] {
  return value.match(/<[^<>\s]{1,900}>/g)?.map((id) => cleanLine(id, 1_000)) ?? [];
}

/** Headers should be ASCII or UTF-8; old programs write what their machine speaks, mostly Windows-1252. */
export function decodeBytes(binary: string): string {
  const bytes = Buffer.from(binary, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
