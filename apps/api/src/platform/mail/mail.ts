/** A mail, ready to be sent. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable for one event and recipient: a mail that goes out twice is recognised as one. */
  messageId: string;
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

/** What a mail with one link says; both forms are made of it. */
export interface LinkMail {
  greeting: string;
  paragraphs: string[];
  link: { label: string; url: string };
  footer: string;
}

/** Plain text and HTML of a mail with one link. */
export function renderLinkMail({
  greeting,
  paragraphs,
  link,
  footer,
}: LinkMail): Pick<Mail, 'text' | 'html'> {
  const text = [greeting, ...paragraphs, `${link.label}: ${link.url}`, footer].join('\n\n');
  const lines = [greeting, ...paragraphs].map((line) => `<p>${escapeHtml(line)}</p>`);
  const anchor = `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`;
  const html = [...lines, anchor, `<p style="color:#565d6d">${escapeHtml(footer)}</p>`].join('\n');
  return { text: `${text}\n`, html: `<!doctype html>\n<html lang="en"><body>\n${html}\n</body></html>\n` };
}
