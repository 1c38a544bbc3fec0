import { TestBed } from '@angular/core/testing';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMessage, makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { OpenTicketStore } from './open-ticket-store';

const TICKET = '/api/tickets/182/';
const TIMELINE = '/api/tickets/182/timeline/';

async function setUpOpen() {
  TestBed.configureTestingModule({ providers: [provideBackend(), provideSignedIn()] });
  const store = TestBed.inject(OpenTicketStore);
  const backend = new Backend();
  store.open(182);
  await backend.answer('GET', TICKET, makeTicket({ version: 4 }));
  await backend.answer('GET', TIMELINE, makePage([makeMessage(3), makeMessage(2)], { next_cursor: 'c2' }));
  const shown = () => store.conversation().map(({ id }) => id);
  shown();
  return { store, backend, shown };
}

describe('OpenTicketStore', () => {
  it('loads the ticket and its history', async () => {
    const { store, shown } = await setUpOpen();
    expect(store.ticket()?.title).toBe('The printer hums');
    expect(store.version()).toBe(4);
    expect(shown()).toEqual([2, 3]);
  });

  it('asks for nothing while no ticket is open', async () => {
    const { store, backend } = await setUpOpen();
    store.open(null);
    TestBed.tick();
    expect(store.ticket()).toBeUndefined();
    expect(store.conversation()).toEqual([]);
    backend.verify();
  });

  it('shows nothing of the last ticket while another one loads', async () => {
    const { store } = await setUpOpen();
    store.open(7);
    TestBed.tick();
    expect(store.ticket()).toBeUndefined();
    expect(store.conversation()).toEqual([]);
    expect(store.timelineLoading()).toBe(true);
  });

  it('loads what was earlier, above what is there', async () => {
    const { store, backend, shown } = await setUpOpen();
    expect(store.hasEarlier()).toBe(true);
    const earlier = store.loadEarlier();
    const request = await backend.answer('GET', TIMELINE, makePage([makeMessage(1)]));
    await earlier;
    expect(request.params.get('cursor')).toBe('c2');
    expect(shown()).toEqual([1, 2, 3]);
    expect(store.hasEarlier()).toBe(false);
  });

  it('reads what is further up again, where comments change and go', async () => {
    const { store, backend, shown } = await setUpOpen();
    const long = Array.from({ length: 30 }, (_, index) => makeMessage(-index));
    const earlier = store.loadEarlier();
    await backend.answer('GET', TIMELINE, makePage(long));
    await earlier;
    expect(shown()).toHaveLength(32);
    const again = store.rereadEarlier();
    const newest = makePage([makeMessage(3), makeMessage(2)], { next_cursor: 'c2' });
    await backend.answer('GET', TIMELINE, newest);
    await backend.answer('GET', TIMELINE, makePage(long.slice(5)));
    await again;
    expect(shown()).toHaveLength(27);
  });

  it('reads nothing twice where the newest page is all there is', async () => {
    const { store, backend } = await setUpOpen();
    await store.rereadEarlier();
    expect(backend.waiting('GET', TIMELINE)).toEqual([]);
  });

  it('says when earlier history could not be loaded, and can try again', async () => {
    const { store, backend, shown } = await setUpOpen();
    const failing = store.loadEarlier();
    await backend.cut('GET', TIMELINE);
    await failing;
    expect(store.earlierState()).toBe('failed');
    expect(shown()).toEqual([2, 3]);

    const again = store.loadEarlier();
    await backend.answer('GET', TIMELINE, makePage([makeMessage(1)]));
    await again;
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('keeps earlier pages when new messages come', async () => {
    const { store, backend, shown } = await setUpOpen();
    const earlier = store.loadEarlier();
    await backend.answer('GET', TIMELINE, makePage([makeMessage(1)]));
    await earlier;

    store.reloadTimeline();
    await backend.answer('GET', TIMELINE, makePage([makeMessage(4), makeMessage(3)], { next_cursor: 'x' }));
    expect(shown()).toEqual([1, 2, 3, 4]);
  });

  it('asks again for news even while an older answer is under way', async () => {
    const { store, backend, shown } = await setUpOpen();
    store.reloadTimeline();
    await backend.next('GET', TIMELINE);
    store.reloadTimeline();
    await backend.answer('GET', TIMELINE, makePage([makeMessage(4), makeMessage(3)]));
    expect(shown()).toEqual([2, 3, 4]);
  });

  it('takes news about its own ticket only', async () => {
    const { store } = await setUpOpen();
    store.accept(makeTicket({ id: 7, title: 'Another one' }));
    expect(store.ticket()?.title).toBe('The printer hums');
    store.accept(makeTicket({ title: 'New words', version: 5 }));
    expect(store.ticket()?.title).toBe('New words');
    expect(store.version()).toBe(5);
  });

  it('tells why a ticket cannot be shown', async () => {
    const { store, backend } = await setUpOpen();
    store.open(7);
    await backend.refuse('GET', '/api/tickets/7/', 404);
    expect(store.error()).toBeDefined();
  });
});
