import { TestBed } from '@angular/core/testing';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { FakeLive, provideLive } from '../../../testing/live';
import { ADA, makeMe, makeMessage, makePage, makeSummary, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { DEFAULT_SORT, NO_FILTERS } from './list-place';
import { newsWords } from './list-news';
import { LiveTickets } from './live-tickets';
import { TicketStore } from './ticket-store';

const PLACE = { view: 'all', filters: NO_FILTERS, sort: DEFAULT_SORT } as const;
const LIST = '/api/tickets/';
const row = (id: number, title = `Ticket ${id}`) => makeSummary({ id, title });

/** A list with tickets 3, 2, 1 on screen. */
async function setUp() {
  const live = new FakeLive();
  TestBed.configureTestingModule({
    providers: [provideBackend(), provideSignedIn(makeMe(ADA)), provideLive(live)],
  });
  const store = TestBed.inject(TicketStore);
  TestBed.inject(LiveTickets);
  const backend = new Backend();
  store.list.show(PLACE);
  await backend.answer('GET', LIST, makePage([row(3), row(2), row(1)]));
  const titles = () => store.list.tickets().map(({ title }) => title);
  const news = () => newsWords(store.list.news(store.open.id()));
  return { live, store, backend, titles, news };
}

describe('LiveTickets', () => {
  it('shows new values in the rows, which stay where they are, and says what is new', async () => {
    const { live, backend, titles, news } = await setUp();
    live.change(4);
    live.change(1);
    await backend.answer('GET', LIST, makePage([row(4), row(1, 'Renamed'), row(3), row(2)]));
    expect(titles()).toEqual(['Ticket 3', 'Ticket 2', 'Renamed']);
    expect(news()).toBe('1 new, 1 updated');
  });

  it('puts the rows in order when asked to', async () => {
    const { live, store, backend, titles, news } = await setUp();
    live.change(4);
    await backend.answer('GET', LIST, makePage([row(4), row(3), row(2), row(1)]));
    store.list.reload();
    await backend.answer('GET', LIST, makePage([row(4), row(3), row(2), row(1)]));
    expect(titles()).toEqual(['Ticket 4', 'Ticket 3', 'Ticket 2', 'Ticket 1']);
    expect(news()).toBeNull();
  });

  it('reads a row that is not on the first page any more by itself', async () => {
    const { live, backend, titles, news } = await setUp();
    live.change(3);
    await backend.answer('GET', LIST, makePage([row(2), row(1)]));
    await backend.answer('GET', '/api/tickets/3/', makeTicket({ id: 3, title: 'Assigned to Grace' }));
    expect(titles()).toEqual(['Assigned to Grace', 'Ticket 2', 'Ticket 1']);
    expect(news()).toBeNull();
  });

  it('keeps the list as it is when the server does not answer', async () => {
    const { live, backend, titles } = await setUp();
    live.change(3);
    await backend.refuse('GET', LIST, 503);
    expect(titles()).toEqual(['Ticket 3', 'Ticket 2', 'Ticket 1']);
  });

  it('reads the open ticket and what happened to it again, and no other', async () => {
    const { live, store, backend } = await setUp();
    store.open.open(2);
    await backend.answer('GET', '/api/tickets/2/', makeTicket({ id: 2 }));
    await backend.answer('GET', '/api/tickets/2/timeline/', makePage([]));
    live.change(2);
    await backend.answer('GET', '/api/tickets/2/timeline/', makePage([makeMessage(7)]));
    await backend.answer('GET', '/api/tickets/2/', makeTicket({ id: 2, status: 'resolved' }));
    expect(store.open.ticket()?.status).toBe('resolved');
    expect(store.open.conversation()).toHaveLength(1);
    live.change(1);
    await settle();
    expect(backend.waiting('GET', '/api/tickets/2/')).toEqual([]);
  });

  it('keeps the ticket on screen when it cannot be read, and says so when it is gone', async () => {
    const { live, store, backend } = await setUp();
    store.open.open(2);
    await backend.answer('GET', '/api/tickets/2/', makeTicket({ id: 2 }));
    await backend.answer('GET', '/api/tickets/2/timeline/', makePage([]));
    live.change(2);
    await backend.answer('GET', '/api/tickets/2/timeline/', makePage([]));
    await backend.refuse('GET', '/api/tickets/2/', 503);
    expect(store.open.ticket()?.id).toBe(2);
    live.change(2);
    await backend.answer('GET', '/api/tickets/2/timeline/', makePage([]));
    await backend.refuse('GET', '/api/tickets/2/', 404);
    await backend.refuse('GET', '/api/tickets/2/', 404);
    expect(store.open.error()).toBeTruthy();
  });

  it('reads everything again after a reset', async () => {
    const { live, backend, titles } = await setUp();
    live.tell({ event: 'reset' });
    await backend.answer('GET', LIST, makePage([row(3, 'Much later'), row(2), row(1)]));
    expect(titles()[0]).toBe('Much later');
  });
});
