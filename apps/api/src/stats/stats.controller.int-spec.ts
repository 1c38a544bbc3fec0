import { STATS_METRICS, type TicketStats } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { StatsCounters } from './stats-counters.js';

let api: TestApi;
let ada: Person;
let bob: Person;
let cleo: Person;

beforeEach(async () => {
  api = await startApi();
  [ada, bob, cleo] = await Promise.all([makeUser(api), makeAdmin(api), makeAdmin(api)]);
});
afterEach(() => api.stop());

const ROUTES = ['/api/tickets/stats/', '/api/tickets/stats/agents/'];
const read = async (query = ''): Promise<TicketStats> =>
  (await api.as(bob).get(`/api/tickets/stats/${query}`)).body;
const move = (id: number, status: string) =>
  api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status });
const rate = async (ticketId: number, score: number) =>
  expect((await api.as(ada).post(`/api/tickets/${ticketId}/rating/`, { score })).status).toBe(201);

describe.each(ROUTES)('GET %s', (route) => {
  it('200 for an admin, with the definition of every metric', async () => {
    const { status, body } = await api.as(bob).get(route);
    expect(status).toBe(200);
    expect(body.definitions.map(({ key }: { key: string }) => key)).toEqual(STATS_METRICS);
    expect(body.period.days).toBe(30);
  });
  it('401 for nobody', async () => expectProblem(await api.get(route), 401));
  it('403 for a user', async () => expectProblem(await api.as(ada).get(route), 403));
  it.each([
    ['from=yesterday', '?from'],
    ['from=2026-02-30', '?from'],
    ['from=2026-01-01T00:00:00Z', '?from'],
    ['to=1999-12-31', '?to'],
    ['to=2026-13-01', '?to'],
    ['to=2026-01-01&to=2026-01-02', '?to'],
    ['from=2026-03-02&to=2026-03-01', '?from'],
    ['from=2025-01-01&to=2026-01-02', '?from'],
  ])('400 for %s', async (query, pointer) => {
    const { status, body } = await api.as(bob).get(`${route}?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });
  it('takes 366 days, and days to come', async () => {
    expect((await api.as(bob).get(`${route}?from=2024-01-01&to=2024-12-31`)).body.period.days).toBe(366);
    expect((await api.as(bob).get(`${route}?from=2999-12-31&to=2999-12-31`)).status).toBe(200);
  });
});

describe('the statistics', () => {
  it('know of a change at once, and say the same when it is folded', async () => {
    const { id } = await makeTicket(api, ada, { priority: 'urgent' });
    await api.as(bob).patch(`/api/tickets/${id}/`, { assigned_to: cleo.id });
    const before = await read();
    expect(before.active).toEqual({ value: 1, previous: 0 });
    expect(before.unassigned.value).toBe(0);
    expect(before.per_day.at(-1)).toMatchObject({ created: 1, resolved: 0, active: 1 });
    await api.app.get(StatsCounters).fold();
    expect((await api.db.client.query('select from stats_changes')).rowCount).toBe(0);
    expect(await read()).toEqual(before);
  });

  it('count a resolution once, and take it back when the ticket is reopened', async () => {
    const { id } = await makeTicket(api, ada);
    await move(id, 'resolved');
    expect(await read()).toMatchObject({ resolved: { value: 1 }, resolution: { count: { value: 1 } } });
    await move(id, 'open');
    expect(await read()).toMatchObject({ resolved: { value: 0 }, resolution: { median: { value: null } } });
    await move(id, 'resolved');
    await move(id, 'closed');
    expect(await read()).toMatchObject({ resolved: { value: 1 }, active: { value: 0 } });
  });

  it('forget a deleted ticket everywhere, and know it again when it is restored', async () => {
    const { id } = await makeTicket(api, ada);
    await makeComment(api, bob, id);
    await move(id, 'resolved');
    await rate(id, 5);
    const facts = ({ now, created, resolved, first_response, satisfaction }: TicketStats) => [
      now.total,
      created.value,
      resolved.value,
      first_response.count.value,
      satisfaction.count.value,
    ];
    expect(facts(await read())).toEqual([1, 1, 1, 1, 1]);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    expect(facts(await read())).toEqual([0, 0, 0, 0, 0]);
    await api.as(bob).post(`/api/tickets/${id}/restore/`);
    expect(facts(await read())).toEqual([1, 1, 1, 1, 1]);
  });

  it('do not take an internal note, or the words of the requester, for an answer', async () => {
    const { id } = await makeTicket(api, ada);
    await makeComment(api, bob, id, { is_internal: true });
    await makeComment(api, ada, id);
    expect((await read()).first_response.count.value).toBe(0);
    await makeComment(api, bob, id);
    expect((await read()).first_response.count.value).toBe(1);
  });

  it('count the newest rating of a ticket, for who has the ticket now', async () => {
    const { id } = await makeTicket(api, ada);
    await move(id, 'resolved');
    await rate(id, 1);
    await move(id, 'open');
    await move(id, 'resolved');
    expect((await read()).satisfaction.scores).toEqual([1, 0, 0, 0, 0]);
    await rate(id, 4);
    expect((await read()).satisfaction).toMatchObject({
      count: { value: 1, previous: 0 },
      mean: { value: 4, previous: null },
      satisfied: { value: 1, previous: null },
      scores: [0, 0, 0, 1, 0],
    });
    await api.as(bob).patch(`/api/tickets/${id}/`, { assigned_to: cleo.id });
    const { results } = (await api.as(bob).get('/api/tickets/stats/agents/')).body;
    const rated = results.map((line: { agent: { id: number }; satisfaction: { count: number } }) => [
      line.agent.id,
      line.satisfaction.count,
    ]);
    expect(Object.fromEntries(rated)).toEqual({ [bob.id]: 0, [cleo.id]: 1 });
  });

  it('compare with the period before, which is as long', async () => {
    await insertTickets(
      api,
      ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-12', '2026-03-15'].map((day) => ({
        user_id: ada.id,
        created_at: `${day}T23:59:59Z`,
      })),
    );
    const stats = await read('?from=2026-03-12&to=2026-03-13');
    expect(stats.previous_period).toEqual({ from: '2026-03-10', to: '2026-03-11', days: 2 });
    expect(stats.created).toEqual({ value: 2, previous: 2 });
    expect(stats.active).toEqual({ value: 6, previous: 3 });
    expect(stats.per_day.map(({ day, active }) => [day, active])).toEqual([
      ['2026-03-12', 5],
      ['2026-03-13', 5],
    ]);
  });

  it('remember how a day ended, which no ticket tells afterwards', async () => {
    await makeTicket(api, ada);
    await api.app.get(StatsCounters).fold();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect((await read()).unassigned).toEqual({ value: 1, previous: null });
    await api.db.client.query('update stats_days set day = day - 1');
    const today = new Date().toISOString().slice(0, 10);
    const stats = await read(`?from=${today}&to=${today}`);
    expect(stats.previous_period.to).toBe(yesterday);
    expect(stats.unassigned).toEqual({ value: 1, previous: 1 });
    expect(stats.backlog.median_days).toEqual({ value: 0, previous: 0 });
  });
});

describe('a recount', () => {
  it('finds counters that are wrong, says so, and puts them right', async () => {
    await makeTicket(api, ada);
    const right = await read();
    await api.app.get(StatsCounters).fold();
    await api.db.client.query('update stats_rollups set n = n + 7 where series = 6 and level = 0');
    expect((await read()).created.value).toBe(8);
    const report = await api.app.get(StatsCounters).reconcile();
    expect(report).toEqual({ tickets: 1, differences: 1, details: { createdByPriority: 1 } });
    const stats = await read();
    expect(stats.reconciliation).toEqual({ reconciled_at: expect.any(String), differences: 1 });
    expect({ ...stats, reconciliation: null }).toEqual({ ...right, reconciliation: null });
  });

  it('fills empty counters from the tickets', async () => {
    await makeTicket(api, ada);
    const right = await read();
    await api.db.client.query('truncate stats_changes, stats_rollups');
    expect((await read()).created.value).toBe(0);
    await api.app.get(StatsCounters).reconcile();
    expect({ ...(await read()), reconciliation: null }).toEqual({ ...right, reconciliation: null });
  });
});
