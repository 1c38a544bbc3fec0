import type { AdminComment } from '@ticketing/contracts';

const LONGEST_TITLE = 60;
const LONGEST_LINE = 200;
type Said = Pick<AdminComment, 'content'>;

/** How a comment begins: it has no other name. */
export const commentTitle = ({ content }: Said) => plainLine(content, LONGEST_TITLE);

/** What a cell shows of it. */
export const commentLine = ({ content }: Said) => plainLine(content, LONGEST_LINE);

/** On one line, without signs of Markdown, at most so many code points. */
function plainLine(text: string, longest: number): string {
  const plain = text.replaceAll(/[*_`~]+|^[#>]+/gm, '').replaceAll(/\s+/g, ' ');
  const line = [...plain.trim()];
  return line.length > longest ? `${line.slice(0, longest).join('').trimEnd()}…` : line.join('');
}
