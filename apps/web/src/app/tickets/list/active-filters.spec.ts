import { ADA } from '../../../testing/make';
import { NO_FILTERS, type TicketFilters } from '../data/list-place';
import { STATUS_WORDS } from '../look/ticket-words';
import { activeFilters } from './active-filters';

const labels = (filters: Partial<TicketFilters>) =>
  activeFilters({ ...NO_FILTERS, ...filters }, { status: STATUS_WORDS, admins: [ADA] }).map(
    ({ label }) => label,
  );

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

  it.each([
    ['me', 'Assignee: me'],
    ['none', 'Assignee: nobody'],
    ['1', 'Assignee: Ada Lovelace'],
    ['99', 'Assignee: #99'],
  ])('name the assignee %s', (assignee, label) => {
    expect(labels({ assignee })).toEqual([label]);
  });

  it('name days', () => {
    expect(labels({ createdFrom: '2026-11-01', createdTo: '2026-11-24' })).toEqual([
      'Created from 1 Nov 2026',
      'Created to 24 Nov 2026',
    ]);
  });
});
