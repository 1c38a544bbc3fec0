import {
  activeAtEndOfList,
  activeList,
  type AgentStatsList,
  answeredList,
  backlogList,
  createdInHourList,
  createdList,
  heldBy,
  LIMITS,
  ratedList,
  resolvedList,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_TRANSITIONS,
  type TicketListQuery,
  type TicketStats,
  type TicketStatus,
} from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { dice } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';

/*
 * Each number that the dashboard shows, beside the total of the list that it opens. The lists are those of
 * `stats-lists.ts` of the contracts, which the dashboard reads as well.
 */

const OPERATIONS = 1_500;
const DAY_MS = 86_400_000;
const roll = dice(2_026);
const upTo = (n: number) => roll(Array.from({ length: n }, (_, i) => i));
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

let api: TestApi;
let users: Person[];
let admins: Person[];
const tickets: { id: number; requester: Person }[] = [];

beforeAll(async () => {
  api = await startApi();
  [users, admins] = await Promise.all([
    Promise.all([1, 2, 3].map(() => makeUser(api))),
    Promise.all([1, 2, 3].map(() => makeAdmin(api))),
  ]);
  for (let i = 0; i < 30; i++) await OPERATION.create();
  for (let i = 0; i < OPERATIONS; i++) await OPERATION[roll(OFTEN)]();
}, 400_000);
afterAll(() => api.stop());

/** What people, and the weeks, do to tickets; what cannot be done is refused, and that is fine. */
const OPERATION = {
  create: async (): Promise<void> => {
    const requester = roll(users);
    const choices = { category: roll(TICKET_CATEGORIES), priority: roll(TICKET_PRIORITIES) };
    const body = { title: 'Printer', description: 'Smoke.', ...choices };
    tickets.push({ id: (await api.as(requester).post('/api/tickets/', body)).body.id, requester });
  },
  edit: () => patch('', { category: roll(TICKET_CATEGORIES), priority: roll(TICKET_PRIORITIES) }),
  assign: () => patch('', { assigned_to: roll([null, ...admins.map(({ id }) => id)]) }),
  move: () => patch('update_status/', { status: roll(Object.keys(TICKET_TRANSITIONS)) }),
  resolve: () => patch('update_status/', { status: 'resolved' }),
  answer: () => post(roll(admins), roll(tickets).id, 'add_comment/', { content: 'Try again.' }),
  note: () => post(roll(admins), roll(tickets).id, 'add_comment/', { content: 'Hm.', is_internal: true }),
  comeBack: () => asRequester('add_comment/', { content: 'Burns again.' }),
  reopen: () => asRequester('reopen/', {}),
  rate: () => asRequester('rating/', { score: roll([1, 2, 3, 4, 4, 5, 5]) }),
  delete: () => api.as(roll(admins)).delete(`/api/tickets/${roll(tickets).id}/`),
  restore: () => post(roll(admins), roll(tickets).id, 'restore/', {}),
  age: () =>
    api.db.client.query(
      `update tickets set created_at = created_at - ($2::int + $3::int) * interval '1 hour',
         first_response_at = first_response_at - $3::int * interval '1 hour',
         rated_at = rated_at - $3::int * interval '1 hour',
         resolved_at = resolved_at - $3::int * interval '1 hour' where id = $1`,
      [roll(tickets).id, upTo(300), upTo(600)],
    ),
};
const OFTEN: (keyof typeof OPERATION)[] = [
  ...(Object.keys(OPERATION) as (keyof typeof OPERATION)[]),
  'create',
  'create',
  'answer',
  'resolve',
  'rate',
  'rate',
  'age',
  'age',
];

const patch = (path: string, body: object) =>
  api.as(roll(admins)).patch(`/api/tickets/${roll(tickets).id}/${path}`, body);
const post = (person: Person, id: number, path: string, body: object) =>
  api.as(person).post(`/api/tickets/${id}/${path}`, body);
const asRequester = (path: string, body: object) => {
  const { id, requester } = roll(tickets);
  return post(requester, id, path, body);
};

type Numbers = [what: string, count: number, list: TicketListQuery][];

/** Everything that was counted, with its list. */
function numbersOf(stats: TicketStats): Numbers {
  const { period, previous_period: before, backlog, heat_map: heat, satisfaction } = stats;
  return [
    ['active', stats.active.value, activeList()],
    ['active before', stats.active.previous, activeAtEndOfList(before.to)],
    ['unassigned', stats.unassigned.value, activeList({ assigned_to: 'none' })],
    ...backlog.groups.map((group): Numbers[0] => [
      `active for ${group.from_days} days`,
      group.count,
      backlogList(group),
    ]),
    ...(
      [
        ['created', stats.created, createdList],
        ['resolved', stats.resolved, resolvedList],
        ['time to resolve', stats.resolution.count, resolvedList],
        ['first answer', stats.first_response.count, answeredList],
        ['rated', satisfaction.count, ratedList],
      ] as const
    ).flatMap(([what, { value, previous }, list]): Numbers => [
      [what, value, list(period)],
      [`${what} before`, previous, list(before)],
    ]),
    ...satisfaction.scores.map((count, i): Numbers[0] => [
      `score ${i + 1}`,
      count,
      ratedList(period, { score: [i + 1] }),
    ]),
    ...stats.per_day.flatMap(({ day, created, resolved, active }): Numbers => [
      [`created on ${day}`, created, createdList({ from: day, to: day })],
      [`resolved on ${day}`, resolved, resolvedList({ from: day, to: day })],
      [`active at the end of ${day}`, active, activeAtEndOfList(day)],
    ]),
    ...heat.flatMap((hours, weekday) =>
      hours.map((count, hour): Numbers[0] => [
        `weekday ${weekday}, hour ${hour}`,
        count,
        createdInHourList(period, weekday, hour),
      ]),
    ),
    ...flowsOf(stats),
    ...numbersOfNow(stats),
  ];
}

function flowsOf({
  by_status,
  by_priority,
  by_category,
  period,
  previous_period: before,
}: TicketStats): Numbers {
  const flows = [
    ...by_priority.map(({ priority, ...counts }) => ({
      what: priority,
      more: { priority: [priority] },
      ...counts,
    })),
    ...by_category.map(({ category, ...counts }) => ({
      what: category,
      more: { category: [category] },
      ...counts,
    })),
  ];
  return [
    ...by_status.flatMap(({ status, created: { value, previous } }): Numbers => [
      [`created, now ${status}`, value, createdList(period, { status: [status] })],
      [`created before, now ${status}`, previous, createdList(before, { status: [status] })],
    ]),
    ...flows.flatMap(({ what, more, created, resolved }): Numbers => [
      [`${what} created`, created.value, createdList(period, more)],
      [`${what} created before`, created.previous, createdList(before, more)],
      [`${what} resolved`, resolved.value, resolvedList(period, more)],
      [`${what} resolved before`, resolved.previous, resolvedList(before, more)],
    ]),
  ];
}

function numbersOfNow({ now }: TicketStats): Numbers {
  const loads = [
    ...now.by_priority.map(({ priority, ...load }) => ({
      what: priority,
      more: { priority: [priority] },
      ...load,
    })),
    ...now.by_category.map(({ category, ...load }) => ({
      what: category,
      more: { category: [category] },
      ...load,
    })),
    ...now.by_assignee.map(({ assignee, active, total }) => ({
      what: `tickets of ${assignee?.id ?? 'nobody'}`,
      more: heldBy(assignee),
      active,
      total,
    })),
  ];
  return [
    ['all', now.total, {}],
    ...now.by_status.map(({ status, total }): Numbers[0] => [`all ${status}`, total, { status: [status] }]),
    ...loads.flatMap(({ what, more, active, total }): Numbers => [
      [`active ${what}`, active, activeList(more)],
      [`all ${what}`, total, more],
    ]),
    ...now.by_assignee.flatMap(({ assignee, open, in_progress, pending_user }) =>
      Object.entries({ open, in_progress, pending_user }).map(([status, count]): Numbers[0] => [
        `${status} of ${assignee?.id ?? 'nobody'}`,
        count,
        { status: [status as TicketStatus], ...heldBy(assignee) },
      ]),
    ),
  ];
}

function numbersOfAgents({ results, period }: AgentStatsList): Numbers {
  return results.flatMap(({ agent, ...did }): Numbers => [
    [`active of ${agent.id}`, did.active, activeList(heldBy(agent))],
    [`resolved of ${agent.id}`, did.resolved, resolvedList(period, heldBy(agent))],
    [`times to resolve of ${agent.id}`, did.resolution.count, resolvedList(period, heldBy(agent))],
    [`first answers of ${agent.id}`, did.first_response.count, answeredList(period, heldBy(agent))],
    [`ratings of ${agent.id}`, did.satisfaction.count, ratedList(period, heldBy(agent))],
  ]);
}

async function totalOf(list: TicketListQuery): Promise<number> {
  const params = new URLSearchParams({ limit: '1' });
  for (const [name, value] of Object.entries(list)) {
    for (const one of [value].flat()) params.append(name, String(one));
  }
  const { status, body } = await api.as(admins[0]!).get(`/api/tickets/?${params}`);
  expect([String(params), status]).toEqual([String(params), 200]);
  return body.total;
}

const read = async (path: string) => (await api.as(admins[0]!).get(`/api/tickets/stats/${path}`)).body;

/** One that is over, one that is whole weeks, the longest, and one that goes on after today. */
describe.each([
  ['7 days', dayBefore(6), dayBefore(0)],
  ['a month that is over', dayBefore(40), dayBefore(11)],
  ['a year', dayBefore(365), dayBefore(0)],
  ['a period that is not over', dayBefore(20), dayBefore(-5)],
])('of %s', (_, from, to) => {
  const expectLists = async (numbers: Numbers) => {
    const differences: unknown[] = [];
    for (const [what, count, list] of numbers) {
      const total = await totalOf(list);
      if (total !== count) differences.push({ what, count, total });
    }
    expect(differences).toEqual([]);
    expect(Math.max(...numbers.map(([, count]) => count))).toBeLessThan(LIMITS.exactTotal);
    expect(numbers.filter(([, count]) => count > 0).length).toBeGreaterThan(10);
  };

  it(
    'each number of the statistics is the total of its list',
    async () => expectLists(numbersOf(await read(`?from=${from}&to=${to}`))),
    120_000,
  );
  it('each number of an admin is the total of its list', async () =>
    expectLists(numbersOfAgents(await read(`agents/?from=${from}&to=${to}`))));
});

it('every kind of number was there to be compared', async () => {
  const stats: TicketStats = await read(`?from=${dayBefore(365)}&to=${dayBefore(0)}`);
  const none = numbersOf(stats).filter(
    ([what, count]) => count === 0 && !/ on | end of |weekday|before| of \d|active for/.test(what),
  );
  expect(none).toEqual([]);
});
