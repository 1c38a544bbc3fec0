import type { AdminComment } from '@ticketing/contracts';

const LONGEST_TITLE = 60;

/** How a comment begins, without signs of Markdown: it has no other name. */
export function commentTitle({ content }: Pick<AdminComment, 'content'>): string {
  return shortened(content.replaceAll(/[*_`#>~]+/g, ''), LONGEST_TITLE);
}

/** On one line, at most so many code points. */
export function shortened(text: string, longest: number): string {
  const line = [...text.replaceAll(/\s+/g, ' ').trim()];
  return line.length > longest ? `${line.slice(0, longest).join('').trimEnd()}…` : line.join('');
}
