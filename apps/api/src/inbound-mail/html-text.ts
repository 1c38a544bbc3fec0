import { convert } from 'html-to-text';

/** Longer HTML is cut: the raw source is kept. */
const LONGEST = 500_000;

/**
 * Parsing HTML costs the square of how deep it is nested; so many tags cost a tenth of a second at worst. Mails
 * of people have hundreds, newsletters a few thousand.
 */
const MOST_TAGS = 20_000;

/** HTML as readable text: paragraphs, lists and quotes (`> `) stay, links become their words and address. */
export function htmlText(html: string): string {
  const cut = html.slice(0, LONGEST);
  if ((cut.match(/<[a-z]/gi)?.length ?? 0) > MOST_TAGS) return cut.replace(/<[^<>]*>/g, ' ');
  const text = convert(cut, {
    wordwrap: false,
    limits: { maxDepth: 500, ellipsis: '' },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'].map((selector) => ({
        selector,
        options: { uppercase: false, uppercaseHeaderCells: false },
      })),
    ],
  });
  return text.replaceAll('\u00a0', ' '); // editors write these where people type two spaces
}
