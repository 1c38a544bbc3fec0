import { TestBed } from '@angular/core/testing';
import type { TicketView } from '@ticketing/contracts';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { ADA, GRACE, makeComment, makeMe, makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { NO_FILTERS } from './list-place';
import { assign, changePriority, changeStatus, rename } from './ticket-edit';
import { TicketStore } from './ticket-store';

const LIST = '/api/tickets/';
const TICKET = '/api/tickets/182/';
const TIMELINE = '/api/tickets/182/timeline/';
const STATUS = '/api/tickets/182/update_status/';
const COUNTS = '/api/tickets/counts/';

async function setUpOpen(facts: Partial<TicketView> = {}) {
  TestBed.configureTestingModule({ providers: [provideBackend(), provideSignedIn(makeMe(ADA))] });
  const backend = new Backend();
  const store = TestBed.inject(TicketStore);
  const ticket = makeTicket({ version: 4, ...facts });
  store.list.show({ view: 'all', filters: NO_FILTERS, sort: '-updated_at' });
  store.open.open(182);
  await backend.answer('GET', LIST, makePage([ticket]));
  await backend.answer('GET', TICKET, ticket);
  await backend.answer('GET', TIMELINE, makePage([]));
  backend.waiting('GET', COUNTS);
  const toasts = () => TestBed.inject(Toaster).toasts();
  return { backend, store, ticket, toasts };
}

describe('editing a ticket', () => {
  it('shows at once, in the list and beside it', async () => {
    const { store, ticket } = await setUpOpen();
    void store.edit(182, changeStatus(ticket, 'resolved'));
    expect(store.open.ticket()?.status).toBe('resolved');
    expect(store.list.tickets()[0]?.status).toBe('resolved');
  });

  it('is saved on top of the version that was seen', async () => {
    const { store, backend, ticket } = await setUpOpen();
    const saved = store.edit(182, changeStatus(ticket, 'resolved', 'Done.'));
    const request = await backend.answer('PATCH', STATUS, makeTicket({ status: 'resolved', version: 5 }));
    expect(await saved).toBe(true);
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(request.body).toEqual({ status: 'resolved', admin_feedback: 'Done.' });
    expect(store.open.version()).toBe(5);
  });

  it('leaves the feedback alone when none was given', async () => {
    const { store, backend, ticket } = await setUpOpen();
    void store.edit(182, changeStatus(ticket, 'in_progress'));
    expect((await backend.next('PATCH', STATUS)).request.body).toEqual({ status: 'in_progress' });
  });

  it('is put back when the server refuses, and a message says so', async () => {
    const { store, backend, ticket, toasts } = await setUpOpen();
    const saved = store.edit(182, changePriority(ticket, 'urgent'));
    await backend.refuse('PATCH', TICKET, 500, 'The disk is full.');
    expect(await saved).toBe(false);
    expect(store.open.ticket()?.priority).toBe('medium');
    expect(store.list.tickets()[0]?.priority).toBe('medium');
    expect(toasts()[0]?.text).toBe('Could not save. Your change was put back. The disk is full.');
  });

  it('puts back only what was refused', async () => {
    const { store, backend, ticket } = await setUpOpen();
    void store.edit(182, changePriority(ticket, 'urgent'));
    void store.edit(182, changeStatus(ticket, 'in_progress'));
    await backend.refuse('PATCH', TICKET, 500);
    expect(store.open.ticket()).toMatchObject({ priority: 'medium', status: 'in_progress' });
  });

  it('sends quick edits one after the other, each on the version that the last one made', async () => {
    const { store, backend, ticket } = await setUpOpen();
    void store.edit(182, changePriority(ticket, 'urgent'));
    void store.edit(182, rename(ticket, 'New words'));
    const first = await backend.next('PATCH', TICKET);
    expect(backend.waiting('PATCH', TICKET)).toHaveLength(0);

    first.flush(makeTicket({ priority: 'urgent', version: 5 }));
    const second = await backend.next('PATCH', TICKET);
    expect(second.request.headers.get('If-Match')).toBe('"5"');
    expect(second.request.body).toEqual({ title: 'New words' });
    expect(store.open.ticket()).toMatchObject({ priority: 'urgent', title: 'New words' });
  });

  it('gives way when somebody else was faster', async () => {
    const { store, backend, ticket, toasts } = await setUpOpen();
    void store.edit(182, assign(ticket, ADA, ADA));
    await backend.refuse('PATCH', TICKET, 412);
    expect(toasts()[0]?.text).toBe('Somebody else changed this ticket. Your change was put back.');

    await backend.answer('GET', TICKET, makeTicket({ assigned_to: GRACE, version: 9 }));
    expect(store.open.ticket()?.assigned_to).toEqual(GRACE);
    expect(store.list.tickets()[0]?.assigned_to).toEqual(GRACE);
  });

  it('offers the way back', async () => {
    const { store, backend, ticket, toasts } = await setUpOpen();
    const saved = store.edit(182, assign(ticket, ADA, ADA));
    await backend.answer('PATCH', TICKET, makeTicket({ assigned_to: ADA, version: 5 }));
    await saved;
    expect(toasts()[0]?.text).toBe('Assigned to you.');

    toasts()[0]?.action?.run();
    const undo = await backend.next('PATCH', TICKET);
    expect(undo.request.body).toEqual({ assigned_to: null });
    expect(undo.request.headers.get('If-Match')).toBe('"5"');
  });

  it('offers no way back where none is legal', () => {
    const resolved = makeTicket({ status: 'pending_user' });
    expect(changeStatus(resolved, 'resolved').undo).toBeNull();
    expect(changeStatus(makeTicket({ status: 'open' }), 'resolved').undo).not.toBeNull();
  });

  it('counts again and looks for what happened', async () => {
    const { store, backend, ticket } = await setUpOpen();
    void store.edit(182, changeStatus(ticket, 'resolved'));
    await backend.answer('PATCH', STATUS, makeTicket({ status: 'resolved', version: 5 }));
    expect(backend.waiting('GET', TIMELINE)).toHaveLength(1);
    expect(backend.waiting('GET', COUNTS)).toHaveLength(1);
  });
});

describe('commenting', () => {
  it('sends the text and shows what the ticket looks like then', async () => {
    const { store, backend } = await setUpOpen();
    const sent = store.comment(182, { content: 'Hello', is_internal: false });
    const { body } = await backend.answer('POST', `${TICKET}add_comment/`, makeComment(), 201);
    await backend.answer('GET', TICKET, makeTicket({ comment_count: 1, version: 5 }));
    await sent;
    expect(body).toEqual({ content: 'Hello', is_internal: false });
    expect(store.list.tickets()[0]?.comment_count).toBe(1);
  });

  it('makes one comment of a retry, two of saying it twice', async () => {
    const { store, backend } = await setUpOpen();
    const keys: (string | null)[] = [];
    for (const status of [503, 201, 201]) {
      const sent = store.comment(182, { content: 'Hello' }).catch(() => undefined);
      const request = await backend.answer('POST', `${TICKET}add_comment/`, makeComment(), status);
      if (status === 201) await backend.answer('GET', TICKET, makeTicket());
      keys.push(request.headers.get('Idempotency-Key'));
      await sent;
    }
    expect(keys[0]).toBe(keys[1]);
    expect(keys[1]).not.toBe(keys[2]);
  });
});

describe('the requester', () => {
  it('closes and reopens', async () => {
    const { store, backend, toasts } = await setUpOpen();
    const closed = store.settle(182, 'close');
    await backend.answer('POST', `${TICKET}close/`, makeTicket({ status: 'closed' }));
    await closed;
    expect(store.open.ticket()?.status).toBe('closed');
    expect(toasts()[0]?.text).toBe('Closed.');

    const reopened = store.settle(182, 'reopen');
    await backend.refuse('POST', `${TICKET}reopen/`, 409, 'Only admins reopen a closed ticket.');
    await reopened;
    expect(toasts().at(-1)?.text).toBe('Only admins reopen a closed ticket.');
  });

  it('creates a ticket, and the list knows', async () => {
    const { store, backend } = await setUpOpen();
    const request = { title: 'New', description: 'x', category: 'bug', priority: 'low' } as const;
    const created = store.create(request);
    await backend.answer('POST', LIST, makeTicket({ id: 200 }), 201);
    expect((await created).id).toBe(200);
    await settle();
    expect(backend.waiting('GET', LIST)).toHaveLength(1);
  });
});
