import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { FakeLive, provideLive } from '../../../testing/live';
import { provideSignedIn } from '../../../testing/signed-in';
import { BellStore } from './bell-store';
import { OpenedTickets } from './opened-tickets';

const COUNT = '/api/notifications/unread_count/';
const READ = '/api/notifications/read_ticket/';

@Component({ template: '' })
class Page {}

async function setUp(unread: number) {
  const live = new FakeLive();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(),
      provideLive(live),
      provideRouter([{ path: '**', component: Page }]),
    ],
  });
  TestBed.runInInjectionContext(() => TestBed.inject(OpenedTickets).follow());
  const backend = new Backend();
  const bell = TestBed.inject(BellStore);
  bell.unread();
  await backend.answer('GET', COUNT, { unread });
  const goTo = async (address: string) => {
    await TestBed.inject(Router).navigateByUrl(address);
    await settle();
  };
  return { live, backend, bell, goTo };
}

describe('OpenedTickets', () => {
  it('reads what the bell tells of the ticket that is opened, here and in the other tabs', async () => {
    const { live, backend, bell, goTo } = await setUp(3);
    await goTo('/tickets/182?status=open#comment-9');
    const { body } = await backend.answer('POST', READ, { unread: 1 });
    expect(body).toEqual({ ticket_id: 182 });
    await backend.answer('GET', COUNT, { unread: 1 });
    expect(bell.unread()).toBe(1);
    expect(live.toldTabs).toEqual([{ event: 'notification' }]);
    await settle();
    expect(backend.waiting('POST', READ)).toEqual([]);
  });

  it('reads what comes while the ticket is looked at', async () => {
    const { live, backend, goTo } = await setUp(0);
    await goTo('/tickets/182');
    live.tell({ event: 'notification' });
    await backend.answer('GET', COUNT, { unread: 1 });
    expect((await backend.answer('POST', READ, { unread: 0 })).body).toEqual({ ticket_id: 182 });
  });

  it('asks for nothing where nothing is unread, and on no other page', async () => {
    const { backend, goTo } = await setUp(0);
    await goTo('/tickets/182');
    expect(backend.waiting('POST', READ)).toEqual([]);
    await goTo('/tickets');
    await goTo('/tickets/new');
    await goTo('/admin/tickets/182');
    expect(backend.waiting('POST', READ)).toEqual([]);
  });

  it('changes nothing of what lists and other pages leave unread', async () => {
    const { backend, goTo } = await setUp(2);
    for (const address of ['/tickets', '/tickets/new', '/account']) await goTo(address);
    expect(backend.waiting('POST', READ)).toEqual([]);
  });
});
