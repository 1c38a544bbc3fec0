import { TestBed } from '@angular/core/testing';
import type { TicketCounts } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { provideSignedIn } from '../../../testing/signed-in';
import { TicketCountsStore } from './ticket-counts-store';

const COUNTS = '/api/tickets/counts/';
const counted = (total: number) => ({ total, total_at_least: null });
const counts = (mine: number): TicketCounts => ({
  my_tickets: counted(mine),
  all: counted(40),
  assigned_to_me: counted(5),
  unassigned: null,
});

function setUp() {
  TestBed.configureTestingModule({ providers: [provideBackend(), provideSignedIn()] });
  return { store: TestBed.inject(TicketCountsStore), backend: new Backend() };
}

describe('TicketCountsStore', () => {
  it('knows how much is behind each tab', async () => {
    const { store, backend } = setUp();
    expect(store.behind('mine')).toBeNull();
    await backend.answer('GET', COUNTS, counts(7));
    expect(store.behind('mine')?.total).toBe(7);
    expect(store.behind('all')?.total).toBe(40);
    expect(store.behind('assigned')?.total).toBe(5);
    expect(store.behind('unassigned')).toBeNull();
  });

  it('keeps the last numbers while it counts again', async () => {
    const { store, backend } = setUp();
    await backend.answer('GET', COUNTS, counts(7));
    expect(store.behind('mine')?.total).toBe(7);
    store.reload();
    const open = await backend.next('GET', COUNTS);
    expect(store.behind('mine')?.total).toBe(7);
    open.flush(counts(8));
  });

  it('keeps them when counting fails', async () => {
    const { store, backend } = setUp();
    await backend.answer('GET', COUNTS, counts(7));
    expect(store.behind('mine')?.total).toBe(7);
    store.reload();
    await backend.refuse('GET', COUNTS, 503);
    expect(store.behind('mine')?.total).toBe(7);
  });
});
