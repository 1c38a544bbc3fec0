import type { Counted } from '@ticketing/contracts';

/** A count in few characters: `7`, `10,000+`, or null when unknown. */
export function countedWords(count: Counted | null | undefined): string | null {
  if (!count) return null;
  if (count.total !== null) return count.total.toLocaleString('en-GB');
  return count.total_at_least === null ? null : `${count.total_at_least.toLocaleString('en-GB')}+`;
}
