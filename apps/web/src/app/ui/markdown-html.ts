import { Marked, type Tokens } from 'marked';

const markdown = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    link({ href, tokens }: Tokens.Link): string {
      return link(href, this.parser.parseInline(tokens));
    },
    // A picture from elsewhere would tell its server who reads this, and the CSP refuses it: offer a link instead.
    image({ href, text }: Tokens.Image): string {
      return link(href, escaped(text || href));
    },
    // Headings of a comment must not disturb the outline of the page.
    heading({ tokens }: Tokens.Heading): string {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    // What looks like HTML is shown as it was typed.
    html({ text }: Tokens.HTML | Tokens.Tag): string {
      return escaped(text);
    },
  },
});

/** Markdown to HTML. Not safe by itself: bind the result to `[innerHTML]`, which sanitises it. */
export function markdownHtml(source: string): string {
  return markdown.parse(source) as string;
}

function link(address: string, html: string): string {
  if (!/^(https?:|mailto:)/i.test(address)) return html;
  return `<a href="${escaped(address)}" target="_blank" rel="noopener noreferrer nofollow">${html}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
