import type { CommentView, Page, TimelineEntry } from '@ticketing/contracts';

/** The part of a ticket's history that was loaded so far, newest first, as the API pages it. */
export interface LoadedTimeline {
  entries: readonly TimelineEntry[];
  /** Leads to what is earlier; null at the beginning. */
  earlier: string | null;
}

/**
 * The newest page on top of what was loaded before; what it has no more is gone: a deleted comment. When the two do not touch, something in between is missing:
 * then only the newest page counts, and the rest can be loaded again.
 */
export function withNewest(loaded: LoadedTimeline | null, newest: Page<TimelineEntry>): LoadedTimeline {
  const fresh = new Set(newest.results.map(({ id }) => id));
  const touches = loaded?.entries.some(({ id }) => fresh.has(id)) ?? false;
  if (!loaded || !touches) return { entries: newest.results, earlier: newest.next_cursor };
  const oldest = newest.results.at(-1)?.id ?? 0;
  return {
    entries: [...newest.results, ...loaded.entries.filter(({ id }) => id < oldest)],
    earlier: loaded.earlier,
  };
}

/** An earlier page below what was loaded before. */
export function withEarlier(loaded: LoadedTimeline, page: Page<TimelineEntry>): LoadedTimeline {
  return { entries: [...loaded.entries, ...page.results], earlier: page.next_cursor };
}

/** One thing in the conversation: a message, or the changes that happened between two messages. */
export type ConversationItem =
  | { kind: 'message'; id: number; comment: CommentView }
  | { kind: 'changes'; id: number; entries: readonly TimelineEntry[] };

/** Oldest first, as people read; changes in a row are one item. The ticket's creation is its description. */
export function conversationOf(entries: readonly TimelineEntry[]): ConversationItem[] {
  const items: ConversationItem[] = [];
  for (const entry of entries.filter(({ type }) => type !== 'ticket.created').toReversed()) {
    const last = items.at(-1);
    if (entry.comment) items.push({ kind: 'message', id: entry.id, comment: entry.comment });
    else if (last?.kind === 'changes')
      items[items.length - 1] = { ...last, entries: [...last.entries, entry] };
    else items.push({ kind: 'changes', id: entry.id, entries: [entry] });
  }
  return items;
}
