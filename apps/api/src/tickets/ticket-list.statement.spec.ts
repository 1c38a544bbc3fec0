import { TICKET_SORTS } from '@ticketing/contracts';
import {
  countStatement,
  listStatement,
  type ListRequest,
  type TicketFilter,
} from './ticket-list.statement.js';

const USER = { id: 7, role: 'user' } as const;
const ADMIN = { id: 3, role: 'admin' } as const;
const list = (request: Partial<ListRequest> = {}, actor: typeof USER | typeof ADMIN = ADMIN) =>
  listStatement(actor, { filter: {}, sort: '-updated_at', rows: 26, ...request });

describe('the statement of a list', () => {
  it.each<[string, TicketFilter]>([
    ['without filters', {}],
    ['by status', { status: ['open', 'closed'] }],
    ['by assignee', { assigned_to: 'me' }],
    ['unassigned', { assigned_to: 'none' }],
    ['by requester', { user: 7 }],
    ['with a filter that is there but undefined', { q: undefined } as unknown as TicketFilter],
  ])('is prepared %s', (_, filter) => expect(list({ filter }).statement.name).toMatch(/^tickets\.\w{32}$/));

  it.each<[string, TicketFilter]>([
    ['a search', { q: 'smoke' }],
    ['a priority', { priority: ['low'] }],
    ['a category', { category: ['bug'] }],
    ['a date', { created_after: '2026-01-01' }],
    ['a search among open ones', { status: ['open'], q: 'smoke' }],
  ])('is planned with its values for %s', (_, filter) =>
    expect(list({ filter }).statement.name).toBeUndefined(),
  );

  it('is planned each time for an uncommon page size, of which there are too many to prepare', () =>
    expect(list({ rows: 8 }).statement.name).toBeUndefined());

  it('says how many rows in its text: a kept plan would have to guess', () =>
    expect(list({ rows: 26 }).statement.text).toContain('limit 26'));

  it('has one name for one text, whatever the values', () => {
    const [one, other] = [list({ filter: { user: 7 } }), list({ filter: { user: 8 } })];
    expect(one.statement).toEqual(other.statement);
    expect(one.values).not.toEqual(other.values);
  });

  it('has another name for another text', () => {
    const names = TICKET_SORTS.map((sort) => list({ sort }).statement.name);
    expect(new Set([...names, list({}, USER).statement.name]).size).toBe(TICKET_SORTS.length + 1);
  });

  it('has every value of the caller bound, none in its text', () => {
    const filter: TicketFilter = {
      status: ['pending_user'],
      priority: ['urgent'],
      category: ['billing'],
      assigned_to: 4711,
      user: 4712,
      created_after: '2026-03-04',
      updated_before: '2026-05-06T07:08:09Z',
      q: 'canary',
    };
    const { statement, values } = list({ filter, after: ['2026-02-03', 4714] });
    expect(statement.text).not.toMatch(/pending_user|urgent|billing|canary|471\d|2026/);
    expect(values).toEqual(
      expect.arrayContaining(['pending_user', ['urgent'], ['billing'], 4711, 4712, 4714, `'canary':*`]),
    );
  });

  it('binds as many values as its text names', () => {
    const { statement, values } = list(
      { filter: { status: ['open', 'closed'], user: 7 }, after: ['x', 1] },
      USER,
    );
    const highest = Math.max(...[...statement.text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
    expect(values).toHaveLength(highest);
  });

  it('asks each status on its own, because only one status is in order in the index', () => {
    const { statement } = list({ filter: { status: ['open', 'in_progress', 'closed'] } });
    expect(statement.text.match(/t\.status = \$/g)).toHaveLength(3);
  });

  it('never shows a user the newest internal note', () => {
    expect(list({}, USER).statement.text).toContain('and not is_internal');
    expect(list({}, ADMIN).statement.text).not.toContain('not is_internal');
  });
});

describe('the statement of a count', () => {
  it('stops one after the last exact total', () =>
    expect(countStatement(ADMIN, {}).statement.text).toContain('limit 10001'));
  it('is limited to what the user may see', () =>
    expect(countStatement(USER, { status: ['open'] }).values).toEqual([7, ['open']]));
});
