import { NOTIFICATION_KINDS } from '@ticketing/contracts';
import { ADA, makeNotification } from '../../testing/make';
import { excerptOf, notificationWords } from './notification-words';

const words = (facts: Parameters<typeof makeNotification>[0]) => notificationWords(makeNotification(facts));

describe('a notification in words', () => {
  it('says who did what, to which ticket', () => {
    expect(NOTIFICATION_KINDS.map((kind) => words({ kind, excerpt: 'resolved' }))).toEqual([
      'Ada Lovelace opened #182',
      '#182 has arrived',
      '#182 is resolved now',
      'Ada Lovelace gave feedback on #182',
      'Ada Lovelace commented on #182',
      'Ada Lovelace wrote an internal note on #182',
      'Ada Lovelace assigned #182 to you',
      '#182 is about to be closed',
    ]);
  });
  it('does without a name when the product did it', () => {
    expect(words({ kind: 'comment_added', actor: null })).toBe('Somebody commented on #182');
  });
  it('quotes what was written, and nothing for machines', () => {
    expect(excerptOf(makeNotification({ kind: 'closing_soon', excerpt: '2026-11-27T09:00:00Z' }))).toBeNull();
    expect(excerptOf(makeNotification({ excerpt: 'Hello' }))).toBe('Hello');
    expect(
      excerptOf(makeNotification({ kind: 'status_changed', excerpt: 'resolved', actor: ADA })),
    ).toBeNull();
  });
});
