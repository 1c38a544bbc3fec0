import { ADA, makeTag } from '../../../testing/make';
import { NO_FILTERS, type TicketFilters } from '../data/list-place';
import { STATUS_WORDS } from '../look/ticket-words';
import { activeFilters } from './active-filters';

const labels = (filters: Partial<TicketFilters>) =>
  activeFilters(
    { ...NO_FILTERS, ...filters },
    { status: STATUS_WORDS, admins: [ADA], tags: [makeTag()] },
  ).map(({ label }) => label);

describe('activeFilters', () => {
  it('are none when nothing is set', () => {
    expect(labels({ q: 'words have their own field' })).toEqual([]);
  });

  it('speak the words of people', () => {
    expect(labels({ status: ['in_progress'], priority: ['urgent'], category: ['feature'] })).toEqual([
      'Status: In progress',
      'Priority: Urgent',
      'Category: Feature request',
    ]);
  });

  it('name tags, and those that nobody knows by their number', () => {
    expect(labels({ tag: ['5', '99'] })).toEqual(['Tag: VIP', 'Tag: #99']);
  });

  it.each([
    ['me', 'Assignee: me'],
    ['none', 'Assignee: nobody'],
    ['1', 'Assignee: Ada Lovelace'],
    ['99', 'Assignee: #99'],
  ])('name the assignee %s', (assignee, label) => {
    expect(labels({ assignee })).toEqual([label]);
  });

  it('name the days and hours of UTC that statistics lead to, of an exclusive end the last day', () => {
    const createdAfter = '2026-11-01';
    expect(labels({ createdAfter, createdBefore: '2026-12-01' })).toEqual([
      'Created from 1 Nov 2026 (UTC)',
      'Created to 30 Nov 2026 (UTC)',
    ]);
    expect(labels({ createdAfter: '2026-11-01T13:00Z', createdBefore: '2026-11-01T14:00Z' })).toEqual([
      'Created from 1 Nov 2026, 13:00 (UTC)',
      'Created before 1 Nov 2026, 14:00 (UTC)',
    ]);
    expect(labels({ resolvedAfter: '2026-11-01', resolvedBefore: '2026-12-01' })).toEqual([
      'Resolved from 1 Nov 2026 (UTC)',
      'Resolved to 30 Nov 2026 (UTC)',
    ]);
  });

  it('name what else statistics count by', () => {
    expect(labels({ answeredAfter: '2026-11-01', answeredBefore: '2026-12-01' })).toEqual([
      'First answered from 1 Nov 2026 (UTC)',
      'First answered to 30 Nov 2026 (UTC)',
    ]);
    expect(labels({ score: [4, 5], ratedAfter: '2026-11-01', ratedBefore: '2026-12-01' })).toEqual([
      'Score: 4 of 5',
      'Score: 5 of 5',
      'Rated from 1 Nov 2026 (UTC)',
      'Rated to 30 Nov 2026 (UTC)',
    ]);
    expect(labels({ createdWeekday: 7, createdHour: 23 })).toEqual([
      'Created on a Sunday (UTC)',
      'Created from 23:00 to 00:00 (UTC)',
    ]);
    expect(labels({ activeAt: '2026-11-01' })).toEqual(['Unresolved at the end of 31 Oct 2026 (UTC)']);
    expect(labels({ activeAt: '2026-11-01T13:00Z' })).toEqual(['Unresolved at 1 Nov 2026, 13:00 (UTC)']);
  });

  it('go one by one', () => {
    const filters = { ...NO_FILTERS, score: [4, 5], createdHour: 0 };
    const chips = activeFilters(filters, { status: STATUS_WORDS, admins: [], tags: [] });
    expect(chips.map(({ without }) => [without.score, without.createdHour])).toEqual([
      [[5], 0],
      [[4], 0],
      [[4, 5], null],
    ]);
  });

  it('name days', () => {
    expect(labels({ createdFrom: '2026-11-01', createdTo: '2026-11-24' })).toEqual([
      'Created from 1 Nov 2026',
      'Created to 24 Nov 2026',
    ]);
  });
});
