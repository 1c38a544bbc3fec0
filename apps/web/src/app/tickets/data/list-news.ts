import type { TicketSummary } from '@ticketing/contracts';

/** How the list on screen differs from what the server would show now. */
export interface ListNews {
  /** Tickets that belong above what is shown, and are not in it yet. */
  fresh: number;
  /** Rows that would stand further up. */
  moved: number;
}

export const NO_NEWS: ListNews = { fresh: 0, moved: 0 };

/**
 * Compares the rows on screen with the newest first page.
 * @param openId the open ticket: what happens to it is on screen anyway, and mostly done by the reader
 */
export function listNews(
  shown: readonly TicketSummary[],
  newest: readonly TicketSummary[],
  openId: number | null,
): ListNews {
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  const known = newest.filter(({ id }) => places.has(id));
  // What stood behind the last row that both know may only have come up because others left.
  const lastKnown = newest.findLastIndex(({ id }) => places.has(id));
  const fresh = newest.filter(
    ({ id }, place) => !places.has(id) && (place < lastKnown || known.length === 0),
  );
  let highest = -1;
  let moved = 0;
  // From below: who stands above somebody that was higher before has moved up.
  for (const { id } of known.toReversed()) {
    const place = places.get(id) ?? 0;
    if (highest >= 0 && place > highest && id !== openId) moved += 1;
    highest = highest < 0 ? place : Math.min(highest, place);
  }
  return { fresh: fresh.length, moved };
}

/** What the pill says; null when there is nothing to say. */
export function newsWords({ fresh, moved }: ListNews): string | null {
  const parts = [fresh > 0 && `${fresh} new`, moved > 0 && `${moved} updated`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}
