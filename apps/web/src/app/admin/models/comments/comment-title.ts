import type { AdminComment } from '@ticketing/contracts';

const LONGEST = 120;

/** How a comment begins, on one line: it has no other name. */
export function commentTitle({ content }: Pick<AdminComment, 'content'>): string {
  const line = [...content.replace(/\s+/g, ' ').trim()];
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('').trimEnd()}…` : line.join('');
}
