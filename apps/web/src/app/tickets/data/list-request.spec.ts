import { NO_FILTERS, type ListPlace, type TicketFilters } from './list-place';
import { listRequest } from './list-request';

const at = (view: ListPlace['view'], filters: Partial<TicketFilters> = {}): ListPlace => ({
  view,
  filters: { ...NO_FILTERS, ...filters },
  sort: '-updated_at',
});

describe('listRequest', () => {
  it.each([
    ['mine', '/api/tickets/my_tickets/'],
    ['all', '/api/tickets/'],
    ['assigned', '/api/tickets/assigned_to_me/'],
    ['unassigned', '/api/tickets/'],
  ] as const)('asks for the list %s at %s', (view, url) => {
    expect(listRequest(at(view)).url).toBe(url);
  });

  it('asks for nothing that is not set', () => {
    expect(listRequest(at('all')).params).toEqual({ sort: '-updated_at' });
  });

  it('asks for what nobody has, whatever the assignee filter says', () => {
    expect(listRequest(at('unassigned', { assignee: 'me' })).params['assigned_to']).toBe('none');
  });

  it('repeats a parameter for each of its values', () => {
    expect(listRequest(at('all', { status: ['open', 'closed'] })).params['status']).toEqual([
      'open',
      'closed',
    ]);
  });

  it('includes both days of a period, in the time zone of the reader', () => {
    const { params } = listRequest(at('all', { createdFrom: '2026-11-01', createdTo: '2026-11-30' }));
    expect(params['created_after']).toBe(new Date(2026, 10, 1).toISOString());
    expect(params['created_before']).toBe(new Date(2026, 11, 1).toISOString());
  });

  it('takes moments as they are', () => {
    const moments = { createdAfter: '2026-11-01', createdBefore: '2026-11-02T13:00Z' };
    const { params } = listRequest(
      at('all', { ...moments, resolvedAfter: '2026-11-03', resolvedBefore: '2026-11-04' }),
    );
    expect(params).toMatchObject({
      created_after: '2026-11-01',
      created_before: '2026-11-02T13:00Z',
      resolved_after: '2026-11-03',
      resolved_before: '2026-11-04',
    });
  });

  it('asks for what is within both, the days and the moments', () => {
    const { params } = listRequest(
      at('all', {
        createdFrom: '2026-11-05',
        createdAfter: '2026-11-01',
        createdTo: '2026-11-30',
        createdBefore: '2026-11-09',
      }),
    );
    expect(params['created_after']).toBe(new Date(2026, 10, 5).toISOString());
    expect(params['created_before']).toBe('2026-11-09');
  });

  it('goes on where the cursor says', () => {
    expect(listRequest(at('all'), 'abc').params['cursor']).toBe('abc');
  });
});
