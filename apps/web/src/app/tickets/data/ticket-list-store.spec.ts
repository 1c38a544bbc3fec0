import { TestBed } from '@angular/core/testing';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { makePage, makeSummary } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { NO_FILTERS, type ListPlace } from './list-place';
import { PendingEdits } from './pending-edits';
import { TicketListStore } from './ticket-list-store';

const MINE: ListPlace = { view: 'mine', filters: NO_FILTERS, sort: '-updated_at' };
const RESOLVED: ListPlace = { ...MINE, filters: { ...NO_FILTERS, status: ['resolved'] } };
const URL = '/api/tickets/my_tickets/';

const tickets = (...ids: number[]) => ids.map((id) => makeSummary({ id }));

function setUp() {
  TestBed.configureTestingModule({ providers: [provideBackend(), provideSignedIn()] });
  const store = TestBed.inject(TicketListStore);
  const shown = () => store.tickets().map(({ id }) => id);
  return { store, shown, backend: new Backend() };
}

async function setUpShowing(place = MINE) {
  const set = setUp();
  set.store.show(place);
  await set.backend.answer('GET', URL, makePage(tickets(3, 2), { next_cursor: 'c2' }));
  return set;
}

describe('TicketListStore', () => {
  it('loads the list that is shown', async () => {
    const { store, shown, backend } = setUp();
    store.show(MINE);
    const open = await backend.next('GET', URL);
    expect(store.loading()).toBe(true);

    open.flush(makePage(tickets(3, 2)));
    await settle();
    expect(store.loading()).toBe(false);
    expect(shown()).toEqual([3, 2]);
    expect(store.hasMore()).toBe(false);
  });

  it('asks again only when the place is another one', async () => {
    const { store, backend } = await setUpShowing();
    store.show({ ...MINE, filters: { ...NO_FILTERS } });
    expect(backend.waiting('GET', URL)).toHaveLength(0);

    store.show(RESOLVED);
    const [request] = backend.waiting('GET', URL);
    expect(request?.request.params.getAll('status')).toEqual(['resolved']);
  });

  it('shows nothing of the last list while another one loads', async () => {
    const { store, shown } = await setUpShowing();
    store.show(RESOLVED);
    TestBed.tick();
    expect(shown()).toEqual([]);
    expect(store.loading()).toBe(true);
  });

  it('appends the next page', async () => {
    const { store, shown, backend } = await setUpShowing();
    const more = store.loadMore();
    const request = await backend.answer('GET', URL, makePage(tickets(1)));
    await more;
    expect(request.params.get('cursor')).toBe('c2');
    expect(shown()).toEqual([3, 2, 1]);
    expect(store.hasMore()).toBe(false);
  });

  it('shows a ticket once, even if it moved between two pages', async () => {
    const { store, shown, backend } = await setUpShowing();
    const more = store.loadMore();
    await backend.answer('GET', URL, makePage(tickets(2, 1)));
    await more;
    expect(shown()).toEqual([3, 2, 1]);
  });

  it('asks for a page once, however fast somebody scrolls', async () => {
    const { store, backend } = await setUpShowing();
    void store.loadMore();
    void store.loadMore();
    expect(backend.waiting('GET', URL)).toHaveLength(1);
  });

  it('drops a page that comes after somebody went to another list', async () => {
    const { store, shown, backend } = await setUpShowing();
    const more = store.loadMore();
    const late = await backend.next('GET', URL);
    store.show(RESOLVED);
    await backend.answer('GET', URL, makePage(tickets(9)));
    late.flush(makePage(tickets(1)));
    await more;
    expect(shown()).toEqual([9]);
  });

  it('can try a page again that could not be loaded', async () => {
    const { store, shown, backend } = await setUpShowing();
    const failing = store.loadMore();
    await backend.cut('GET', URL);
    await failing;
    expect(store.moreState()).toBe('failed');

    const again = store.loadMore();
    await backend.answer('GET', URL, makePage(tickets(1)));
    await again;
    expect(store.moreState()).toBe('idle');
    expect(shown()).toEqual([3, 2, 1]);
  });

  it('keeps what it has when loading it again fails', async () => {
    const { store, shown, backend } = await setUpShowing();
    expect(shown()).toEqual([3, 2]);
    store.reload();
    await backend.refuse('GET', URL, 503);
    expect(shown()).toEqual([3, 2]);
    expect(store.error()).toBeDefined();
  });

  it('shows in its row what the server now says of a ticket', async () => {
    const { store } = await setUpShowing();
    store.accept(makeSummary({ id: 2, title: 'New words' }));
    expect(store.tickets()[1]?.title).toBe('New words');
    store.accept(makeSummary({ id: 77 }));
    expect(store.tickets()).toHaveLength(2);
  });

  it('shows edits that are not saved yet', async () => {
    const { store } = await setUpShowing();
    TestBed.inject(PendingEdits).add(3, { status: 'closed' });
    expect(store.tickets()[0]?.status).toBe('closed');
  });

  it('knows the neighbours of a ticket', async () => {
    const { store } = await setUpShowing();
    expect(store.neighbour(3, 1)?.id).toBe(2);
    expect(store.neighbour(2, -1)?.id).toBe(3);
    expect(store.neighbour(2, 1)).toBeUndefined();
    expect(store.neighbour(null, 1)?.id).toBe(3);
  });
});
