import type { TicketStatus, TicketView } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

/* The rules of a ticket's life, one by one, as people meet them. What is stamped when, and by whom it may be moved. */

let api: TestApi;
let ada: Person;
let bob: Person;
let cat: Person;
let id: number;
beforeAll(async () => {
  api = await startApi();
  [ada, bob, cat] = await Promise.all([makeUser(api), makeAdmin(api), makeAdmin(api)]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  ({ id } = await makeTicket(api, ada));
});

const path = (verb = '') => `/api/tickets/${id}/${verb}`;
const view = async (): Promise<TicketView> => (await api.as(bob).get(path())).body;
const move = (status: TicketStatus) => api.as(bob).patch(path('update_status/'), { status });
const assign = (assigned_to: number | null) => api.as(bob).patch(path(), { assigned_to });

async function ticketThatIs(status: TicketStatus): Promise<void> {
  if (status !== 'open') expect((await move(status)).status).toBe(200);
}

describe('a new ticket', () => {
  it('is open, nobody has it, and nothing has happened to it', async () =>
    expect(await view()).toMatchObject({
      status: 'open',
      assigned_to: null,
      first_response_at: null,
      resolved_at: null,
      closed_at: null,
      rating: null,
    }));
});

describe('a public comment of an admin', () => {
  it.each<TicketStatus>(['open', 'in_progress', 'pending_user', 'resolved', 'closed'])(
    'leaves a ticket that is %s as it is',
    async (status) => {
      await ticketThatIs(status);
      await makeComment(api, bob, id);
      expect((await view()).status).toBe(status);
    },
  );
  it('is the first response, and the second is not', async () => {
    const first = await makeComment(api, bob, id);
    await makeComment(api, cat, id);
    expect((await view()).first_response_at).toBe(first.created_at);
  });
});

describe('the first response', () => {
  it('is no internal note, nothing that the requester says, no status and no feedback', async () => {
    await makeComment(api, bob, id, { is_internal: true });
    await makeComment(api, ada, id);
    await api.as(bob).patch(path('update_status/'), { status: 'in_progress', admin_feedback: 'Seen.' });
    expect((await view()).first_response_at).toBeNull();
  });
  it('is nothing that an admin says on a ticket of their own', async () => {
    ({ id } = await makeTicket(api, bob));
    await makeComment(api, bob, id);
    expect((await view()).first_response_at).toBeNull();
    await makeComment(api, cat, id);
    expect((await view()).first_response_at).not.toBeNull();
  });
  it('stays when the ticket is reopened', async () => {
    await makeComment(api, bob, id);
    const { first_response_at } = await view();
    await move('resolved');
    await makeComment(api, ada, id);
    expect(await view()).toMatchObject({ status: 'open', first_response_at });
  });
});

describe('a comment of the requester', () => {
  it.each<TicketStatus>(['pending_user', 'resolved'])(
    'brings a ticket that is %s back to open, as a new version with its history, and takes the resolution back',
    async (status) => {
      await ticketThatIs(status);
      const { version } = await view();
      await makeComment(api, ada, id);
      expect(await view()).toMatchObject({ status: 'open', resolved_at: null, version: version + 1 });
      const [entry] = (await api.as(ada).get(path('timeline/'))).body.results;
      expect(entry).toMatchObject({
        type: 'ticket.status_changed',
        actor: { id: ada.id },
        changes: [{ field: 'status', from: status, to: 'open' }],
      });
    },
  );
  it.each<TicketStatus>(['open', 'in_progress'])('leaves a ticket that is %s as it is', async (status) => {
    await ticketThatIs(status);
    await makeComment(api, ada, id);
    expect((await view()).status).toBe(status);
  });
  it('is refused on a closed ticket', async () => {
    await move('closed');
    expectProblem(await api.as(ada).post(path('add_comment/'), { content: 'Wait!' }), 409);
    expect((await view()).status).toBe('closed');
  });
  it('counts as the requester\u2019s also when they are an admin', async () => {
    ({ id } = await makeTicket(api, bob));
    await api.as(cat).patch(path('update_status/'), { status: 'pending_user' });
    await makeComment(api, bob, id);
    expect((await view()).status).toBe('open');
  });
  it('is no internal note: that brings nothing back', async () => {
    ({ id } = await makeTicket(api, bob));
    await move('resolved');
    await makeComment(api, bob, id, { is_internal: true });
    expect((await view()).status).toBe('resolved');
  });
});

describe('the requester', () => {
  it.each<TicketStatus>(['open', 'in_progress', 'pending_user', 'resolved'])(
    'may close an own ticket that is %s: that stamps the end',
    async (status) => {
      await ticketThatIs(status);
      const { resolved_at } = await view();
      expect((await api.as(ada).post(path('close/'))).status).toBe(200);
      const closed = await view();
      expect(closed).toMatchObject({ status: 'closed', closed_at: expect.any(String) });
      expect(closed.resolved_at).toBe(resolved_at ?? closed.closed_at);
    },
  );
  it('may reopen a resolved one: that takes the resolution back', async () => {
    await move('resolved');
    expect((await api.as(ada).post(path('reopen/'))).status).toBe(200);
    expect(await view()).toMatchObject({ status: 'open', resolved_at: null, closed_at: null });
  });
  it.each<TicketStatus>(['open', 'in_progress', 'pending_user', 'closed'])(
    'may not reopen one that is %s',
    async (status) => {
      await ticketThatIs(status);
      expectProblem(await api.as(ada).post(path('reopen/')), 409);
    },
  );
  it('may do nothing with one that was closed unresolved but read it', async () => {
    await move('closed');
    const { can } = (await api.as(ada).get(path())).body;
    expect(Object.values(can)).toEqual(Object.keys(can).map(() => false));
    expectProblem(await api.as(ada).patch(path(), { title: 'New title' }), 409);
    expectProblem(await api.as(ada).post(path('close/')), 409);
  });
});

describe('an admin', () => {
  it('may reopen a closed ticket, which forgets both ends', async () => {
    await move('resolved');
    await move('closed');
    await move('open');
    expect(await view()).toMatchObject({ status: 'open', resolved_at: null, closed_at: null });
  });
  it('stamps another resolution when it is resolved again', async () => {
    await move('resolved');
    const first = (await view()).resolved_at;
    await makeComment(api, ada, id);
    await api.db.client.query('select pg_sleep(0.005)'); // another millisecond
    await move('resolved');
    expect(Date.parse((await view()).resolved_at!)).toBeGreaterThan(Date.parse(first!));
  });
  it('can be given a ticket only while active and an admin', async () => {
    const dan = await makeAdmin(api);
    expect((await assign(dan.id)).status).toBe(200);
    await assign(null);
    await api.as(bob).patch(`/api/users/${dan.id}/`, { is_active: false });
    for (const nobody of [dan.id, ada.id, 2_000_000_000]) {
      const answer = await assign(nobody);
      expectProblem(answer, 400);
      expect(answer.body.errors[0].pointer).toBe('/assigned_to');
    }
    expect((await view()).assigned_to).toBeNull();
  });
});
