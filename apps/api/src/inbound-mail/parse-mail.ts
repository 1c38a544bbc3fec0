import { createHash } from 'node:crypto';
import { type Attachment, type ParsedMail as Parsed, simpleParser, type StructuredHeader } from 'mailparser';
import { cleanLine, cleanText } from './clean-text.js';
import { htmlText } from './html-text.js';
import { decodeBytes, MailHeaders } from './mail-headers.js';
import {
  MAIL_LIMITS,
  type MailAttachment,
  type MailParse,
  type MailProblem,
  type MailReport,
  type ParsedMail,
} from './parsed-mail.js';

/** Headers that auto-responders write, and nothing else does. */
const AUTO_REPLY_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-auto-reply-from',
  'x-mail-autoreply',
];
const QUOTED_MESSAGE_ID = /^[> \t]{0,8}message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{1,900}>)/gim;
const LIST_HEADERS = ['list-id', 'list-post', 'list-unsubscribe'];

/**
 * Reads a raw mail (RFC 5322 and MIME). Strangers write these bytes: whatever they are, the answer is a mail or a
 * reason why not, never an error.
 */
export async function parseMail(source: Buffer, limits = MAIL_LIMITS): Promise<MailParse> {
  if (source.length > limits.bytes) return { ok: false, problem: 'too_large' };
  if (hasMoreLines(source, limits.lines)) return { ok: false, problem: 'too_many_lines' };
  try {
    const parsed = await inTime(limits.parseMs, parse(source, limits));
    if (parsed.attachments.length > limits.attachments) return { ok: false, problem: 'too_many_attachments' };
    return { ok: true, mail: readParsed(source, parsed) };
  } catch (error) {
    return { ok: false, problem: problemOf(error as Error) };
  }
}

function hasMoreLines(source: Buffer, most: number): boolean {
  let lines = 0;
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > most) return true;
  }
  return false;
}

function parse(source: Buffer, limits: typeof MAIL_LIMITS): Promise<Parsed> {
  return simpleParser(source, {
    maxHeadSize: limits.headerBytes,
    maxChildNodes: limits.parts,
    maxHtmlLengthToParse: limits.text,
    skipTextToHtml: true,
    keepCidLinks: true, // else pictures are written into the HTML
    keepDeliveryStatus: true,
    checksumAlgo: false,
  });
}

/** Bytes that the parser never finishes with must not stop the mails behind them. */
async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function problemOf({ message, ...error }: Error & { code?: string }): MailProblem {
  if (error.code !== 'EMAXLEN') return 'unreadable';
  return /child nodes/.test(message) ? 'too_many_parts' : 'headers_too_large';
}

function readParsed(source: Buffer, parsed: Parsed): ParsedMail {
  const headers = new MailHeaders(parsed.headerLines ?? []);
  const senders = headers.mailboxes('from');
  const hasSeveralSenders = senders.length > 1 || senders.some(({ group }) => (group?.length ?? 0) > 0);
  return {
    sha256: createHash('sha256').update(source).digest('hex'),
    from: hasSeveralSenders ? null : (headers.addresses('from')[0] ?? null),
    hasSeveralSenders,
    fromName: cleanLine(senders[0]?.name ?? '', MAIL_LIMITS.subject),
    ...recipientsIn(headers),
    subject: subjectOf(parsed, headers),
    text: cleanText(textOf(parsed)).slice(0, MAIL_LIMITS.text).toWellFormed(),
    date: headers.date(),
    ...threadIn(headers),
    quotedMessageIds: quotedMessageIds(source),
    ...signsOfMachines(headers),
    report: reportOf(parsed),
    authenticationResults: headers.all('authentication-results', MAIL_LIMITS.headerBytes),
    attachments: parsed.attachments.map(attachmentOf),
  };
}

function recipientsIn(headers: MailHeaders): Pick<ParsedMail, 'to' | 'cc' | 'deliveredTo'> {
  return {
    to: headers.addresses('to'),
    cc: headers.addresses('cc'),
    deliveredTo: headers.addresses('delivered-to', 'x-original-to', 'envelope-to'),
  };
}

function threadIn(headers: MailHeaders): Pick<ParsedMail, 'messageId' | 'inReplyTo' | 'references'> {
  return {
    messageId: headers.messageId(),
    inReplyTo: headers.messageIds('in-reply-to').slice(0, MAIL_LIMITS.references),
    references: headers.messageIds('references').reverse().slice(0, MAIL_LIMITS.references),
  };
}

function signsOfMachines(headers: MailHeaders) {
  return {
    returnPath: headers.returnPath(),
    autoSubmitted: headers.word('auto-submitted'),
    precedence: headers.word('precedence'),
    autoResponseSuppress: headers.word('x-auto-response-suppress'),
    autoReplyHeaders: headers.names((name) => AUTO_REPLY_HEADERS.includes(name)),
    listHeaders: headers.names((name) => LIST_HEADERS.includes(name)),
    listId: headers.word('list-id'),
  };
}

/** A subject of bare 8-bit bytes is not always UTF-8, which the parser takes it for. */
function subjectOf({ subject = '' }: Parsed, headers: MailHeaders): string {
  const text = subject.includes('\ufffd') ? (headers.all('subject')[0] ?? '') : subject;
  return cleanLine(text.includes('=?') ? subject : text, MAIL_LIMITS.subject);
}

/** What the person's program wrote as plain text; HTML only where that is all there is. */
function textOf({ text = '', html, headers }: Parsed): string {
  const isHtmlOnly = (headers?.get('content-type') as StructuredHeader | undefined)?.value === 'text/html';
  return html && (isHtmlOnly || text.trim() === '') ? htmlText(html) : text;
}

function reportOf({ headers }: Parsed): MailReport | null {
  const contentType = headers?.get('content-type') as StructuredHeader | undefined;
  if (contentType?.value !== 'multipart/report') return null;
  return { type: cleanLine(contentType.params['report-type'] ?? '', 100).toLowerCase() };
}

/**
 * Bounces bring our mail or its headers along, as a part of their own or pasted into their text, which mail
 * servers never encode (RFC 2046, 5.2.1). So it is looked for in the source.
 */
function quotedMessageIds(source: Buffer): string[] {
  const text = source.toString('latin1');
  const body = text.slice(text.search(/\r?\n\r?\n/));
  const ids: string[] = [];
  for (const [, id = ''] of body.matchAll(QUOTED_MESSAGE_ID)) {
    ids.push(cleanLine(decodeBytes(id), 1_000));
    if (ids.length === MAIL_LIMITS.references) break;
  }
  return ids;
}

function attachmentOf(attachment: Attachment): MailAttachment {
  const content = Buffer.isBuffer(attachment.content) ? attachment.content : Buffer.alloc(0);
  return {
    filename: cleanLine(attachment.filename ?? '', MAIL_LIMITS.subject) || null,
    contentType: cleanLine(attachment.contentType, 100).toLowerCase(),
    size: content.length,
    isInline: attachment.related === true || attachment.contentDisposition === 'inline',
    content,
  };
}
