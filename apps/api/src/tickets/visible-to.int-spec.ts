import { TICKET_STATUSES } from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { dice, insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';
import { may, ticketPolicy } from './ticket.policy.js';
import { Bindings, visibleTo } from './visible-to.js';

let api: TestApi;
let people: Person[];
let tickets: { id: number; userId: number; status: (typeof TICKET_STATUSES)[number]; deleted: boolean }[];

beforeAll(async () => {
  api = await startApi();
  people = await Promise.all([makeUser(api), makeUser(api), makeUser(api), makeAdmin(api), makeAdmin(api)]);
  const roll = dice(42);
  const facts = Array.from({ length: 200 }, () => ({
    user_id: roll(people).id, // admins open tickets, too
    assigned_to_id: roll([null, people[0]!.id, people[3]!.id, people[4]!.id]), // even one who is no admin any more
    status: roll(TICKET_STATUSES),
    deleted_at: roll([null, null, '2026-01-02T00:00:00Z']),
  }));
  const ids = await insertTickets(api, facts);
  tickets = facts.map((fact, i) => ({
    id: ids[i]!,
    userId: fact.user_id,
    status: fact.status,
    deleted: fact.deleted_at !== null,
  }));
});
afterAll(() => api.stop());

/** What the policy says, row by row. */
const allowed = (person: Person) =>
  tickets.filter((ticket) => !ticket.deleted && may(ticketPolicy.read, person, ticket)).map(({ id }) => id);

describe('what SQL shows is what the policy allows', () => {
  it('for everybody and every ticket', async () => {
    for (const person of people) {
      const bindings = new Bindings();
      const text = `select id from tickets t where ${visibleTo(person, bindings)} order by id`;
      const { rows } = await api.db.client.query<{ id: number }>(text, bindings.values);
      expect(rows.map(({ id }) => id)).toEqual(allowed(person));
    }
  });
  it('in lists and in totals', async () => {
    for (const person of people) {
      const pages = await walk<{ id: number }>(api.as(person), '/api/tickets/?sort=id&limit=100');
      expect(idsOf(pages)).toEqual(allowed(person));
      expect(pages[0]!.total).toBe(allowed(person).length);
    }
  });
  it('on the page of each ticket', async () => {
    for (const person of people) {
      const seen: number[] = [];
      for (const { id } of tickets) {
        const { status } = await api.as(person).get(`/api/tickets/${id}/`);
        expect([200, 404]).toContain(status);
        if (status === 200) seen.push(id);
      }
      expect(seen).toEqual(allowed(person));
    }
  });
  it('and it is a real mixture: everybody sees some, users not all, nobody the deleted ones', () => {
    const counts = people.map((person) => allowed(person).length);
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(counts[0]).toBeLessThan(counts[3]!);
    expect(counts[3]).toBeLessThan(tickets.length);
  });
});
