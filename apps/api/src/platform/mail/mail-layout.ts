import { escapeHtml, type Mail } from './mail.js';

/**
 * A paragraph of ours, or something that somebody wrote: set apart, so that it cannot pose as ours; or links to choose
 * from.
 */
export type MailPart = string | { quote: string } | { links: MailLink[] };

export interface MailLink {
  label: string;
  url: string;
}

/** What a mail says; both forms are made of it. */
export interface MailContent {
  subject: string;
  greeting: string;
  parts: MailPart[];
  link: MailLink;
  /** Small print: why this mail came, and what to do about it. */
  footer: string[];
}

const INDENT = '    ';
const LONGEST_PREVIEW = 120;

/** Plain text and HTML of a mail with one link. */
export function renderMail(content: MailContent): Pick<Mail, 'subject' | 'text' | 'html'> {
  return { subject: content.subject, text: textOf(content), html: htmlOf(content) };
}

function textOf({ greeting, parts, link, footer }: MailContent): string {
  const body = parts.map(partText);
  return `${[greeting, ...body, `${link.label}: ${link.url}`, footer.join('\n')].join('\n\n')}\n`;
}

function partText(part: MailPart): string {
  if (typeof part === 'string') return part;
  if ('quote' in part) return indented(part.quote);
  return part.links.map(({ label, url }) => `${label}: ${url}`).join('\n');
}

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => (INDENT + line).trimEnd())
    .join('\n');

/**
 * Colours are those of the reader's mail program, so that light and dark both work; no picture, no script, nothing
 * that is fetched. Styles stand in the elements: many programs drop the rest.
 */
function htmlOf({ subject, greeting, parts, link, footer }: MailContent): string {
  const body = [greeting, ...parts].map(partHtml);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(previewOf(parts))}</div>
<div style="max-width:600px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere;word-break:break-word">
${body.join('\n')}
<p><a href="${escapeHtml(link.url)}"><strong>${escapeHtml(link.label)}</strong></a></p>
<div style="margin-top:32px;font-size:14px;opacity:.8">
${footer.map((line) => `<p style="margin:0 0 4px">${linked(line)}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`;
}

/** What lists of mails show beside the subject: the first that this mail has to say, as one line. */
function previewOf(parts: MailPart[]): string {
  const words = parts
    .map((part) => (typeof part === 'string' ? part : 'quote' in part ? part.quote : ''))
    .join(' ');
  return [...words.replace(/\s+/g, ' ')].slice(0, LONGEST_PREVIEW).join('');
}

function partHtml(part: MailPart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`;
  return 'quote' in part ? quoteHtml(part.quote) : linksHtml(part.links);
}

function linksHtml(links: MailLink[]): string {
  const one = ({ label, url }: MailLink) =>
    `<a href="${escapeHtml(url)}" style="display:inline-block;padding:4px 12px 4px 0">${escapeHtml(label)}</a>`;
  return `<p>${links.map(one).join('\n')}</p>`;
}

const QUOTE_STYLE = 'margin:0 0 16px;padding:4px 0 4px 12px;border-left:3px solid #8b8cf8';

/** Lines by `<br>` and spaces that stay: Outlook knows no `white-space`. */
function quoteHtml(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => escapeHtml(line).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length)));
  return `<blockquote dir="auto" style="${QUOTE_STYLE}">${lines.join('<br>\n')}</blockquote>`;
}

/** Addresses in the small print can be pressed. */
function linked(line: string): string {
  return escapeHtml(line).replace(
    /https?:\/\/[^\s<>"]+[^\s<>".,]/g,
    (url) => `<a href="${url}" style="color:inherit">${url}</a>`,
  );
}
