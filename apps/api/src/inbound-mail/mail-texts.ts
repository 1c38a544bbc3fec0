import { LIMITS } from '@ticketing/contracts';
import { cleanLine } from './clean-text.js';
import type { MailAttachment, ParsedMail } from './parsed-mail.js';

/** `Re:`, `AW:`, `Fwd:`, ... as mail programs put before subjects, also several. */
const PREFIXES = /^(\s*(re|aw|antw|antwoord|sv|vs|odp|fw|fwd|wg|tr|rv|doorst)\s*(\[\d+\])?\s*:)+/i;
const SHORT_TITLE = 60;
const NO_TITLE = 'Mail without a subject';
const NO_TEXT = '(The mail has no text.)';
const CUT = '\n\n(The mail is longer. Its source has the rest.)';

/** What a ticket is called that a mail opened: its subject or, where that says nothing, its first words. */
export function ticketTitle({ subject, text }: Pick<ParsedMail, 'subject' | 'text'>): string {
  const title = upTo(subject.replace(PREFIXES, '').trim(), LIMITS.title.max);
  if ([...title].length >= LIMITS.title.min) return title;
  const words = cleanLine(text, LIMITS.title.max);
  const start = upTo(words, SHORT_TITLE);
  if ([...start].length < LIMITS.title.min) return NO_TITLE;
  return start === words ? start : `${start}…`;
}

/** @param follows the closed ticket that the mail answers */
export function ticketDescription(
  mail: Pick<ParsedMail, 'text' | 'attachments'>,
  follows: number | null = null,
): string {
  const text = follows === null ? mail.text : `Answer to ticket ${follows}, which is closed.\n\n${mail.text}`;
  return withAttachments(text, mail.attachments, LIMITS.description.max);
}

export function commentContent(written: string, attachments: readonly MailAttachment[]): string {
  return withAttachments(written, attachments, LIMITS.comment.max);
}

/** The first 140 code points, on one line. */
export function excerptOf(text: string): string {
  return upTo(cleanLine(text, 1_000), 140);
}

/** Cut at so many code points, without half of anything. */
export function upTo(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most).join('').trimEnd();
}

/** Files are named, so that nobody waits for what is in the source only. */
function withAttachments(text: string, attachments: readonly MailAttachment[], most: number): string {
  const isBlank = text.trim() === '';
  const named = attachments.filter(({ isInline }) => isBlank || !isInline).slice(0, 20);
  const list = named.length === 0 ? '' : `\n\nAttached to the mail: ${named.map(nameOf).join(', ')}`;
  return `${cutTo(isBlank ? NO_TEXT : text.trim(), most - [...list].length)}${list}`;
}

function cutTo(text: string, most: number): string {
  return [...text].length <= most ? text : `${upTo(text, most - CUT.length)}${CUT}`;
}

/** As code, so that no name is read as Markdown. */
function nameOf({ filename, size }: MailAttachment): string {
  return `\`${(filename ?? 'without a name').replaceAll('`', "'")}\` (${sizeOf(size)})`;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
