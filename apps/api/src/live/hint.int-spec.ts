import { TICKET_STATUSES } from '@ticketing/contracts';
import { drain } from '../../test/drain.js';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { dice, insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { sightOf } from '../comments/index.js';

import { Bindings, visibleTo } from '../tickets/visible-to.js';
import { concerns, type HeardTicket, type Hint, messageOf } from './hint.js';
import { type Heard, LiveFeed } from './live-feed.js';

const requester = { id: 1, role: 'user' } as const;
const stranger = { id: 2, role: 'user' } as const;
const admin = { id: 3, role: 'admin' } as const;
const ticket: HeardTicket = { userId: 1, status: 'open', isDeleted: false };
const comment = { type: 'comment.added', ticketId: 5, isInternal: false, ticket } as const;

const heardBy = (hint: Hint) => [requester, stranger, admin].map((actor) => concerns(actor, hint));

describe('a hint is for', () => {
  it('requester and admins', () => expect(heardBy(comment)).toEqual([true, false, true]));
  it('admins, when it is internal', () =>
    expect(heardBy({ ...comment, isInternal: true })).toEqual([false, false, true]));
  it('nobody, once the ticket is deleted', () =>
    expect(heardBy({ ...comment, ticket: { ...ticket, isDeleted: true } })).toEqual([false, false, false]));
  it('those who had the ticket on screen, when it says that it was deleted', () =>
    expect(heardBy({ ...comment, type: 'ticket.deleted', ticket: { ...ticket, isDeleted: true } })).toEqual([
      true,
      false,
      true,
    ]));
  it('one person, when their bell rings: not for admins either', () =>
    expect(heardBy({ bellOf: 2 })).toEqual([false, true, false]));
});

it('a hint says what happened and to what, and nothing else', () => {
  expect(messageOf(comment)).toEqual({ event: 'change', data: { type: 'comment.added', ticket_id: 5 } });
  expect(messageOf({ bellOf: 2 })).toEqual({ event: 'notification', data: {} });
});

describe('what streams tell is what SQL shows', () => {
  let api: TestApi;
  let people: Person[];
  let heard: Heard[];

  beforeAll(async () => {
    api = await startApi();
    people = await Promise.all([makeUser(api), makeUser(api), makeUser(api), makeAdmin(api)]);
    const roll = dice(7);
    const facts = Array.from({ length: 120 }, () => ({
      user_id: roll(people).id,
      status: roll(TICKET_STATUSES),
      deleted_at: roll([null, null, '2026-01-02T00:00:00Z']),
    }));
    await insertTickets(api, facts);
    await api.db.client.query(
      `insert into events (type, ticket_id, is_internal)
       select 'comment.added', id, internal from tickets, unnest(array[false, true]) as internal`,
    );
    await drain(api);
    const feed = api.app.get(LiveFeed);
    await feed.start();
    heard = feed.since(0)!;
  });
  afterAll(() => api.stop());

  /** Tickets of whose events the person would read in the history. */
  async function shown(person: Person, isInternal: boolean): Promise<number[]> {
    const bindings = new Bindings();
    const text = `select t.id, t.user_id as "userId", t.status from tickets t where ${visibleTo(person, bindings)}`;
    const { rows } = await api.db.client.query(text, bindings.values);
    return rows.filter((row) => !isInternal || sightOf(person, row) === 'all').map(({ id }) => id);
  }
  const told = (person: Person, isInternal: boolean) =>
    heard.flatMap(({ hint }) =>
      hint && 'ticketId' in hint && hint.isInternal === isInternal && concerns(person, hint)
        ? [hint.ticketId]
        : [],
    );

  it.each([false, true])('for everybody and every ticket; internal: %s', async (isInternal) => {
    const counts = [];
    for (const person of people) {
      const tickets = told(person, isInternal).sort((a, b) => a - b);
      expect(tickets).toEqual((await shown(person, isInternal)).sort((a, b) => a - b));
      counts.push(tickets.length);
    }
    expect(counts.at(-1)).toBeGreaterThan(50); // a real mixture
    expect(counts[0]! > 5).toBe(!isInternal);
  });
});
