import type { TimelineEntry } from '@ticketing/contracts';
import { makeChange, makeMessage, makePage } from '../../../testing/make';
import { conversationOf, withEarlier, withNewest } from './timeline';

const ids = (entries: readonly { id: number }[]) => entries.map(({ id }) => id);
const page = (entries: TimelineEntry[], next_cursor: string | null = null) =>
  makePage(entries, { next_cursor });
const status = { field: 'status', from: 'open', to: 'in_progress' } as const;

describe('the timeline', () => {
  it('starts with the newest page', () => {
    const loaded = withNewest(null, page([makeMessage(3), makeMessage(2)], 'more'));
    expect(ids(loaded.entries)).toEqual([3, 2]);
    expect(loaded.earlier).toBe('more');
  });

  it('grows at the end by earlier pages', () => {
    const newest = withNewest(null, page([makeMessage(3)], 'more'));
    const loaded = withEarlier(newest, page([makeMessage(2), makeMessage(1)]));
    expect(ids(loaded.entries)).toEqual([3, 2, 1]);
    expect(loaded.earlier).toBeNull();
  });

  it('takes new entries on top without losing earlier pages', () => {
    const before = { entries: [makeMessage(3), makeMessage(2), makeMessage(1)], earlier: null };
    const loaded = withNewest(before, page([makeMessage(4), makeMessage(3)], 'more'));
    expect(ids(loaded.entries)).toEqual([4, 3, 2, 1]);
    expect(loaded.earlier).toBeNull();
  });

  it('loses what the newest page has no more: a deleted comment', () => {
    const before = {
      entries: [makeMessage(4), makeMessage(3), makeMessage(2), makeMessage(1)],
      earlier: null,
    };
    const loaded = withNewest(before, page([makeMessage(4), makeMessage(2)], 'more'));
    expect(ids(loaded.entries)).toEqual([4, 2, 1]);
  });

  it('starts again when so much happened that there would be a hole', () => {
    const before = { entries: [makeMessage(1)], earlier: null };
    const loaded = withNewest(before, page([makeMessage(9), makeMessage(8)], 'more'));
    expect(ids(loaded.entries)).toEqual([9, 8]);
    expect(loaded.earlier).toBe('more');
  });
});

describe('the conversation', () => {
  it('is read from the oldest to the newest', () => {
    expect(ids(conversationOf([makeMessage(2), makeMessage(1)]))).toEqual([1, 2]);
  });

  it('takes changes in a row together, and those after a message apart', () => {
    const items = conversationOf([
      makeChange(5, status),
      makeMessage(4),
      makeChange(3, status),
      makeChange(2, status),
      makeMessage(1),
    ]);
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([
      ['message', 1],
      ['changes', 2],
      ['message', 4],
      ['changes', 5],
    ]);
    expect(items[1]).toMatchObject({ entries: [{ id: 2 }, { id: 3 }] });
  });

  it('leaves the creation out: the description tells it', () => {
    expect(conversationOf([{ ...makeChange(1), type: 'ticket.created' }])).toEqual([]);
  });
});
