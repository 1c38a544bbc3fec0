import { Marked, type Tokens } from 'marked';

const markdown = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    link(token: Tokens.Link): string {
      const text = this.parser.parseInline(token.tokens);
      return `<a href="${attribute(token.href)}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
    },
    // A picture from elsewhere would tell its server who reads this, and the CSP refuses it: offer a link instead.
    image(token: Tokens.Image): string {
      const text = attribute(token.text || token.href);
      return `<a href="${attribute(token.href)}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
    },
    // Headings of a comment must not disturb the outline of the page.
    heading(token: Tokens.Heading): string {
      return `<p><strong>${this.parser.parseInline(token.tokens)}</strong></p>`;
    },
    // What looks like HTML is shown as it was typed.
    html(token: Tokens.HTML | Tokens.Tag): string {
      return attribute(token.text);
    },
  },
});

/** Markdown to HTML. Not safe by itself: bind the result to `[innerHTML]`, which sanitises it. */
export function markdownHtml(source: string): string {
  return markdown.parse(source) as string;
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
