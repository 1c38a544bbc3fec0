import {
  attributionLength,
  isBlank,
  isMobileSignature,
  isQuote,
  isRule,
  isSignatureMark,
  namesAddress,
  startsHistory,
} from './reply-marks.js';

/** A reply, taken apart; each line of the text is in one of the two. */
export interface SplitReply {
  /** What the person wrote. */
  written: string;
  /** The quoted history and the signature: folded, not thrown away. */
  quoted: string;
}

/** What a line is. `attribution` stands over a quote and says whose it is. */
type Kind = 'text' | 'quote' | 'attribution' | 'folded';

/** A longer end of a mail is no signature but a mail with a dash in it. */
const LONGEST_SIGNATURE = 12;

/**
 * Separates what a person wrote from what their mail program added. In doubt a line counts as written: folded words
 * may go unread, repeated ones only look untidy.
 *
 * Quotes with answers between them stay, since the answers mean nothing without.
 */
export function splitReply(text: string): SplitReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kinds = kindsOf(lines);
  foldSignatures(lines, kinds);
  if (!isInterleaved(lines, kinds)) foldQuotes(kinds);
  else foldEnds(lines, kinds);
  return {
    written: joined(lines.filter((_, at) => kinds[at] !== 'folded')),
    quoted: joined(lines.filter((_, at) => kinds[at] === 'folded')),
  };
}

function kindsOf(lines: string[]): Kind[] {
  const kinds: Kind[] = lines.map((line) => (isQuote(line) ? 'quote' : 'text'));
  for (let at = 0; at < lines.length; at++) {
    if (isQuote(lines[at]!)) continue;
    if (startsHistory(lines, at)) return kinds.fill('folded', withRuleAbove(lines, at));
    const length = attributionLength(lines, at);
    if (length === 0) continue;
    if (isQuote(nextLine(lines, at + length))) kinds.fill('attribution', at, at + length);
    else if (namesAddress(lines.slice(at, at + length))) return kinds.fill('folded', at);
  }
  return kinds;
}

/** The next line that says something. */
function nextLine(lines: string[], from: number): string {
  let at = from;
  while (at < lines.length && isBlank(lines[at]!)) at++;
  return lines[at] ?? '';
}

function withRuleAbove(lines: string[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above]!)) above--;
  return above >= 0 && isRule(lines[above]!) ? above : at;
}

/** Signatures end what a person wrote: before a quote that follows, or at the end. */
function foldSignatures(lines: string[], kinds: Kind[]): void {
  let end = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    if (kinds[at] !== 'text') end = at;
    else if (isSignatureMark(lines[at]!) && end - at <= LONGEST_SIGNATURE) kinds.fill('folded', at, end);
  }
  const last = kinds.findLastIndex((kind, at) => kind === 'text' && !isBlank(lines[at]!));
  if (last >= 0 && isMobileSignature(lines[last]!)) kinds[last] = 'folded';
}

/** Are there answers between quotes? One quote with the whole answer under or over it is history, and folded. */
function isInterleaved(lines: string[], kinds: Kind[]): boolean {
  const runs = kinds
    .filter((_, at) => !isBlank(lines[at]!))
    .map((kind) => (kind === 'attribution' ? 'quote' : kind))
    .filter((kind) => kind !== 'folded')
    .filter((kind, at, all) => kind !== all[at - 1]);
  return /text,quote,text|quote,text,quote/.test(runs.join());
}

function foldQuotes(kinds: Kind[]): void {
  kinds.forEach((kind, at) => (kinds[at] = kind === 'text' ? 'text' : 'folded'));
}

/** Keeps the quotes that are answered: not the words over them, nor the rest of the history below the last answer. */
function foldEnds(lines: string[], kinds: Kind[]): void {
  const last = kinds.findLastIndex((kind, at) => kind === 'text' && !isBlank(lines[at]!));
  kinds.forEach((kind, at) => {
    if (kind === 'attribution' || (kind === 'quote' && at > last)) kinds[at] = 'folded';
  });
}

/** Without what is empty around it. */
function joined(lines: string[]): string {
  return lines.join('\n').trim();
}
