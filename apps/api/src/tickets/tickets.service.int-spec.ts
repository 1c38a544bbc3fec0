import { makeAdmin, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { Database } from '../platform/database/database.js';
import { TicketsRepository } from './tickets.repository.js';
import { TicketsService } from './tickets.service.js';

let api: TestApi;
let tickets: TicketsService;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  api = await startApi();
  tickets = api.app.get(TicketsService);
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());

const FORBIDDEN = { kind: { status: 403 } };

describe('a requester who gets past the role that the route asks for', () => {
  it('still moves no ticket to another status', async () => {
    const { id } = await makeTicket(api, ada);
    await expect(tickets.updateStatus(ada, id, { status: 'closed' }, undefined)).rejects.toMatchObject(
      FORBIDDEN,
    );
  });
  it('still deletes no ticket', async () => {
    const { id } = await makeTicket(api, ada);
    await expect(tickets.remove(ada, id)).rejects.toMatchObject(FORBIDDEN);
  });
  it('still restores no ticket', async () => {
    const { id } = await makeTicket(api, ada);
    await tickets.remove(bob, id);
    await expect(tickets.restore(ada, id)).rejects.toMatchObject(FORBIDDEN);
  });
});

it('a ticket that changed although it was locked is not written over', async () => {
  const { id } = await makeTicket(api, ada);
  const repository = api.app.get(TicketsRepository);
  const write = api.app.get(Database).transaction(async (tx) => {
    const ticket = await repository.lockVisible(tx, bob, id);
    ticket.edit({ title: 'Written over' });
    await repository.save(tx, ticket, ticket.version - 1);
  });
  await expect(write).rejects.toThrow('changed under its lock');
  expect((await api.as(ada).get(`/api/tickets/${id}/`)).body.title).toBe('Printer on fire');
});
