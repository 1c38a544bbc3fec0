import {
  LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TRANSITIONS,
  type TicketStats,
} from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { dice } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { CommentsService } from '../comments/index.js';
import { ProblemError } from '../platform/http/problem.js';
import { TicketsService } from '../tickets/index.js';
import { StatsCounters } from './stats-counters.js';

const OPERATIONS = 10_000;
const AT_ONCE = 8;
/** The longest period, up to today. */
const DAYS = { from: dayBefore(365), to: dayBefore(0), end: dayBefore(-1) };
const PERIOD = `from=${DAYS.from}&to=${DAYS.to}`;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

let api: TestApi;
let users: Person[];
let admins: Person[];
let stats: TicketStats;

beforeAll(async () => {
  api = await startApi();
  [users, admins] = await Promise.all([
    Promise.all([1, 2, 3, 4].map(() => makeUser(api))),
    Promise.all([1, 2, 3].map(() => makeAdmin(api))),
  ]);
  await doAnything();
  stats = (await api.as(admins[0]!).get(`/api/tickets/stats/?${PERIOD}`)).body;
}, 400_000);
afterAll(() => api.stop());

const ids: number[] = [];
const roll = dice(4711);
const upTo = (n: number) => roll(Array.from({ length: n }, (_, i) => i));
const rows = async (text: string, values: unknown[] = []) => (await api.db.client.query(text, values)).rows;

async function create(): Promise<void> {
  const ticket = { title: 'Printer', description: 'Smoke.', category: roll(TICKET_CATEGORIES) };
  const { id } = await tickets().create(roll(users), { ...ticket, priority: roll(TICKET_PRIORITIES) });
  ids.push(id);
}

/** What people, and the years, do to tickets. */
const OPERATION: Record<string, () => Promise<unknown>> = {
  create,
  edit: () =>
    change({
      category: roll(TICKET_CATEGORIES),
      priority: roll(TICKET_PRIORITIES),
      title: `Printer ${upTo(999)}`,
    }),
  assign: () => change({ assigned_to: roll([null, ...admins.map(({ id }) => id)]) }),
  move: async () => {
    const id = roll(ids);
    const [ticket] = await rows('select status from tickets where id = $1', [id]);
    const status = roll(TICKET_TRANSITIONS[ticket.status as (typeof TICKET_STATUSES)[number]]);
    return tickets().updateStatus(roll(admins), id, { status }, undefined);
  },
  answer: () =>
    comments().add(roll(admins), roll(ids), { content: 'Try again.', is_internal: roll([true, false]) }),
  comeBack: async () => {
    const id = roll(ids);
    const [ticket] = await rows('select user_id from tickets where id = $1', [id]);
    return comments().add(
      users.find((user) => user.id === ticket.user_id)!,
      id,
      { content: 'Burns again.' },
    );
  },
  delete: () => tickets().remove(roll(admins), roll(ids)),
  restore: () => tickets().restore(roll(admins), roll(ids)),
  rate: async () => {
    const [ticket] = await rows(
      `select id, user_id from tickets where resolution_count > 0 and not is_rated and resolved_at is not null
         and deleted_at is null order by random() limit 1`,
    );
    if (!ticket) return create();
    const requester = users.find((user) => user.id === ticket.user_id)!;
    const body = { score: roll([1, 2, 3, 4, 4, 5, 5]) };
    const { status } = await api.as(requester).post(`/api/tickets/${ticket.id}/rating/`, body);
    expect([201, 404, 409]).toContain(status); // others do something with it meanwhile
  },
  age: () =>
    rows(
      `update tickets set created_at = created_at - ($2::int + $3::int) * interval '1 hour',
         first_response_at = first_response_at - $3::int * interval '1 hour',
         rated_at = rated_at - $3::int * interval '1 hour',
         resolved_at = resolved_at - $3::int * interval '1 hour' where id = $1`,
      [roll(ids), upTo(1_000), upTo(500)],
    ),
};
const OFTEN = [
  'create',
  'create',
  'edit',
  'assign',
  'move',
  'move',
  'answer',
  'comeBack',
  'rate',
  'age',
  'age',
];
const SELDOM = ['delete', 'restore', 'restore'];

const tickets = () => api.app.get(TicketsService);
const comments = () => api.app.get(CommentsService);
const change = (fields: object) => tickets().update(roll(admins), roll(ids), fields, undefined);
const counters = () => api.app.get(StatsCounters);
const foundMeanwhile: number[] = [];

/** Many at the same time, while changes are folded and everything is recounted. */
async function doAnything(): Promise<void> {
  for (let i = 0; i < 20; i++) await create();
  let done = 0;
  const work = async () => {
    while (done < OPERATIONS) {
      try {
        await OPERATION[roll([...OFTEN, ...OFTEN, ...SELDOM])]!();
        done += 1;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error; // not possible in this state: another one
      }
    }
  };
  const keepCounting = async () => {
    while (done < OPERATIONS) {
      await counters().fold();
      const { differences } = await counters().reconcile();
      foundMeanwhile.push(differences);
    }
  };
  await Promise.all([...Array.from({ length: AT_ONCE }, work), keepCounting()]);
}

const LIVE = 'from tickets where deleted_at is null';
const ACTIVE = `status in ('open', 'in_progress', 'pending_user')`;
const DAY = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;
const IN_PERIOD = (column: string) =>
  `${column} >= '${DAYS.from}T00:00:00Z' and ${column} < '${DAYS.end}T00:00:00Z'`;
const countsBy = async (expression: string, condition = 'true') =>
  Object.fromEntries(
    (await rows(`select ${expression} as key, count(*)::int as n ${LIVE} and ${condition} group by 1`)).map(
      ({ key, n }) => [key, n],
    ),
  );
const by = <T>(list: T[], key: (item: T) => unknown, n: (item: T) => number) =>
  Object.fromEntries(list.map((item) => [String(key(item)), n(item)]).filter(([, count]) => count !== 0));

describe('after 10,000 operations', () => {
  it('many tickets are in every state', async () => {
    const byStatus = await countsBy('status');
    expect(Object.keys(byStatus).sort()).toEqual([...TICKET_STATUSES].sort());
    expect(
      (await rows('select count(*)::int as n from tickets where deleted_at is not null'))[0].n,
    ).toBeGreaterThan(9);
  });
  it('a recount finds no difference, and found none while they were done', async () => {
    expect(await counters().reconcile()).toMatchObject({ differences: 0, details: {} });
    expect(foundMeanwhile.length).toBeGreaterThan(0);
    expect(foundMeanwhile.filter((count) => count !== 0)).toEqual([]);
  });
  it('the answer says when, and that nothing was wrong', async () => {
    const { body } = await api.as(admins[0]!).get('/api/tickets/stats/');
    expect(body.reconciliation).toEqual({ reconciled_at: expect.any(String), differences: 0 });
  });

  it('totals are those of plain SQL', async () => {
    const { now } = stats;
    expect(
      by(
        now.by_status,
        (one) => one.status,
        (one) => one.total,
      ),
    ).toEqual(await countsBy('status'));
    for (const [condition, field] of [
      ['true', 'total'],
      [ACTIVE, 'active'],
    ] as const) {
      expect(
        by(
          now.by_priority,
          (p) => p.priority,
          (p) => p[field],
        ),
      ).toEqual(await countsBy('priority', condition));
      expect(
        by(
          now.by_category,
          (c) => c.category,
          (c) => c[field],
        ),
      ).toEqual(await countsBy('category', condition));
      const assignees = by(
        now.by_assignee,
        (a) => a.assignee?.id ?? null,
        (a) => a[field],
      );
      expect(assignees).toEqual(await countsBy('assigned_to_id', condition));
    }
    const [unassigned] = await rows(
      `select count(*)::int as n ${LIVE} and ${ACTIVE} and assigned_to_id is null`,
    );
    expect(stats.unassigned.value).toBe(unassigned.n);
    expect(stats.active.value).toBe(now.by_priority.reduce((sum, { active }) => sum + active, 0));
  });
  it('days are those of plain SQL', async () => {
    const { per_day } = stats;
    expect(
      by(
        per_day,
        ({ day }) => day,
        ({ created }) => created,
      ),
    ).toEqual(await countsBy(DAY('created_at'), IN_PERIOD('created_at')));
    expect(
      by(
        per_day,
        ({ day }) => day,
        ({ resolved }) => resolved,
      ),
    ).toEqual(await countsBy(DAY('resolved_at'), IN_PERIOD('resolved_at')));
    const day = per_day[340]!;
    const [active] = await rows(
      `select count(*)::int as n ${LIVE} and created_at < $1::timestamptz + interval '1 day'
         and (resolved_at is null or resolved_at >= $1::timestamptz + interval '1 day')`,
      [`${day.day}T00:00:00Z`],
    );
    expect(day.active).toBe(active.n);
  });
  it('weekdays and hours are those of plain SQL', async () => {
    const key = `extract(isodow from created_at at time zone 'UTC')::int || ' ' ||
      extract(hour from created_at at time zone 'UTC')::int`;
    const cells = stats.heat_map.flatMap((hours, day) =>
      hours.map((n, hour) => ({ key: `${day + 1} ${hour}`, n })),
    );
    expect(
      by(
        cells,
        (cell) => cell.key,
        (cell) => cell.n,
      ),
    ).toEqual(await countsBy(key, IN_PERIOD('created_at')));
  });
  it.each([
    ['first_response', 'first_response_at'],
    ['resolution', 'resolved_at'],
  ] as const)('times are at most 2 %% off those of plain SQL: %s', async (metric, column) => {
    const [exact] = await rows(
      `select count(*)::int as count, percentile_disc(array[0.5, 0.9]) within group (order by seconds) as quantiles
         from (select greatest(extract(epoch from ${column} - created_at), 1)::float8 as seconds ${LIVE}
                and ${IN_PERIOD(column)}) t`,
    );
    const { count, median, p90 } = stats[metric];
    expect(count.value).toBe(exact.count);
    expect(Math.abs(median.value! - exact.quantiles[0])).toBeLessThanOrEqual(exact.quantiles[0] * 0.02 + 1);
    expect(Math.abs(p90.value! - exact.quantiles[1])).toBeLessThanOrEqual(exact.quantiles[1] * 0.02 + 1);
  });
  it('satisfaction is that of the newest rating of each ticket', async () => {
    const [exact] = await rows(
      `select count(*)::int as count, round(avg(score), 2)::float8 as mean,
              round(avg((score >= 4)::int), 4)::float8 as satisfied
         from (select distinct on (ticket_id) r.score from ticket_ratings r
                 join tickets t on t.id = r.ticket_id and t.deleted_at is null and ${IN_PERIOD('t.rated_at')}
                order by ticket_id, resolution desc) r`,
    );
    const { count, mean, satisfied } = stats.satisfaction;
    expect({ count: count.value, mean: mean.value, satisfied: satisfied.value }).toEqual(exact);
  });
  it('what is said of each admin is that of plain SQL', async () => {
    const { body } = await api.as(admins[0]!).get(`/api/tickets/stats/agents/?${PERIOD}`);
    expect(body.results).toHaveLength(admins.length);
    for (const { agent, active, resolved, first_response, satisfaction } of body.results) {
      const mine = `${LIVE} and assigned_to_id = ${agent.id}`;
      const [exact] = await rows(
        `select count(*) filter (where ${ACTIVE})::int as active,
                count(*) filter (where ${IN_PERIOD('resolved_at')})::int as resolved,
                count(*) filter (where ${IN_PERIOD('first_response_at')})::int as answered,
                count(*) filter (where ${IN_PERIOD('rated_at')})::int as rated
           ${mine}`,
      );
      const said = { active, resolved, answered: first_response.count, rated: satisfaction.count };
      expect(said).toEqual(exact);
    }
  });
});

describe('each number is the total of the list that it opens:', () => {
  const total = async (query: string) =>
    (await api.as(admins[0]!).get(`/api/tickets/?limit=1&${query}`)).body.total;
  const ACTIVE_QUERY = 'status=open&status=in_progress&status=pending_user';
  const CREATED = `created_after=${DAYS.from}&created_before=${DAYS.end}`;
  const RESOLVED = `resolved_after=${DAYS.from}&resolved_before=${DAYS.end}`;
  const expectTotals = async (numbers: [query: string, count: number][]) => {
    expect(Math.max(...numbers.map(([, count]) => count))).toBeLessThan(LIMITS.exactTotal);
    for (const [query, count] of numbers) expect([query, await total(query)]).toEqual([query, count]);
  };

  it('the tiles', () =>
    expectTotals([
      [ACTIVE_QUERY, stats.active.value],
      [`${ACTIVE_QUERY}&assigned_to=none`, stats.unassigned.value],
      [CREATED, stats.created.value],
      [RESOLVED, stats.resolved.value],
      [RESOLVED, stats.resolution.count.value],
    ]));
  it('by status, priority and category', () =>
    expectTotals([
      ...stats.by_status.map((one): [string, number] => [
        `${CREATED}&status=${one.status}`,
        one.created.value,
      ]),
      ...stats.by_priority.flatMap(({ priority, created, resolved }): [string, number][] => [
        [`${CREATED}&priority=${priority}`, created.value],
        [`${RESOLVED}&priority=${priority}`, resolved.value],
      ]),
      ...stats.by_category.flatMap(({ category, created, resolved }): [string, number][] => [
        [`${CREATED}&category=${category}`, created.value],
        [`${RESOLVED}&category=${category}`, resolved.value],
      ]),
    ]));
  it('the load', () =>
    expectTotals(
      stats.now.by_assignee.flatMap(({ assignee, open, active, total: all }): [string, number][] => {
        const whose = `assigned_to=${assignee?.id ?? 'none'}`;
        return [
          [whose, all],
          [`${whose}&status=open`, open],
          [`${whose}&${ACTIVE_QUERY}`, active],
        ];
      }),
    ));
  it('the age of the backlog', async () => {
    const { body } = await api.as(admins[0]!).get('/api/tickets/stats/');
    await expectTotals(
      (body as TicketStats).backlog.groups.map(({ created_after: after, created_before: before, count }) => [
        `${ACTIVE_QUERY}&created_before=${before}${after === null ? '' : `&created_after=${after}`}`,
        count,
      ]),
    );
  });
});
