import pg from 'pg';
import { StatsCounters } from '../src/stats/stats-counters.js';
import { drain } from './drain.js';
import { makeAdmin, makeComment, makeTicket, makeUser, openSession, type Person } from './make.js';
import { startApi, type TestApi } from './start-api.js';

/** A statement as it went to PostgreSQL. */
interface Sent {
  name?: string;
  text: string;
  values: unknown[];
}

const BIG_TABLES = [
  'tickets',
  'ticket_comments',
  'ticket_search',
  'events',
  'sessions',
  'refresh_tokens',
  'deliveries',
  'notifications',
  'stats_rollups',
  'stats_spreads',
];
const PEOPLE = 200;
const TICKETS = 20_000;

let api: TestApi;
let ada: Person;
let bob: Person;
let id: number;
let planner: pg.Client;

/** A help desk that has been at work for a while: most tickets are closed, few wait, comments on each. */
async function fill(): Promise<void> {
  await api.db.client.query(
    `
    insert into users (role, email, email_canonical, first_name, last_name, password_hash)
      select case when i <= 10 then 'admin' else 'user' end, i || '@x.test', i || '@x.test', 'Person', i::text, 'x'
        from generate_series(1, ${PEOPLE}) i;
    insert into sessions (id, user_id, expires_at)
      select gen_random_uuid(), u.id, now() + interval '1 day' from users u, generate_series(1, 20);
    insert into refresh_tokens (token_hash, session_id, expires_at)
      select sha256(s.id::text::bytea), s.id, now() from sessions s;
    insert into tickets (user_id, assigned_to_id, status, priority, category, created_at, updated_at, resolved_at, first_response_at,
                         rated_at, score, title, description)
      select 1 + i % ${PEOPLE}, case when i % 3 = 0 then null else 1 + i % 10 end,
             (array['open', 'in_progress', 'pending_user', 'resolved', 'closed', 'closed', 'closed', 'closed'])[1 + i % 8],
             (enum_range(null::ticket_priority))[1 + i % 4], 'bug',
             now() - i * interval '1 hour', now() - i * interval '37 minutes',
             case when i % 8 >= 3 then now() - i * interval '40 minutes' end,
             case when i % 4 > 0 then now() - i * interval '50 minutes' end,
             case when i % 16 = 3 then now() - i * interval '39 minutes' end, case when i % 16 = 3 then 1 + i % 5 end, 'Printer ' || i, repeat('Smoke. ', 20)
        from generate_series(1, ${TICKETS}) i;
    insert into ticket_comments (ticket_id, author_id, is_internal, created_at, updated_at, content)
      select t.id, t.user_id, i = 3, now(), now(), repeat('Words. ', 20) from tickets t, generate_series(1, 3) i;
    insert into events (type, ticket_id, actor_id, position, dispatched_at)
      select 'ticket.edited', t.id, t.user_id, row_number() over (), now() from tickets t, generate_series(1, 3);
    insert into notifications (user_id, event_id, ticket_id, kind, read_at)
      select 1 + e.id % 200, e.id, e.ticket_id, 'status_changed', case when e.id % 3 = 0 then now() end from events e;
    insert into deliveries (event_id, handler, done_at) select id, 'mail-ticket', now() from events;
    insert into ticket_search (ticket_id, is_internal, document)
      select id, false, to_tsvector('simple', title || ' rare' || id || ' ' || description) from tickets`,
  );
  await api.db.client.query('update tickets set deleted_at = now() where id % 20 = 0');
  await api.app.get(StatsCounters).fold();
  await api.db.client.query('vacuum analyze');
}

beforeAll(async () => {
  api = await startApi();
  await fill();
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
  ({ id } = await makeTicket(api, ada));
  planner = new pg.Client(api.db.url);
  await planner.connect();
});
afterAll(async () => {
  await planner.end();
  await api.stop();
});

/** Runs the work and listens to what the API says to PostgreSQL meanwhile. */
async function sentDuring(work: () => Promise<{ status: number } | void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: [unknown, unknown?, unknown?]) {
    const [first, values] = args;
    const config = (typeof first === 'string' ? { text: first, values } : first) as Partial<Sent>;
    if (/^\s*(select|update|insert|delete|with)\b/i.test(config.text ?? '')) {
      const given = Array.isArray(config.values) ? config.values : [];
      sent.push({ ...(config.name && { name: config.name }), text: config.text!, values: given });
    }
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    const answer = await work();
    expect(answer?.status ?? 200).toBeLessThan(300);
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const scansOf = (rows: { 'QUERY PLAN': { Plan: Plan }[] }[]) =>
  nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan)
    .filter((node) => node['Node Type'] === 'Seq Scan' && BIG_TABLES.includes(node['Relation Name']!))
    .map((node) => node['Relation Name']);

/** Big tables that are read from end to end when the statement is planned with its values. */
async function scansWithValues({ text, values }: Sent): Promise<unknown[]> {
  return scansOf((await planner.query({ text: `explain (format json) ${text}`, values })).rows);
}

/** The same for the plan that PostgreSQL may keep for a prepared statement, whatever the values. */
async function scansOfKeptPlan({ text, values }: Sent): Promise<unknown[]> {
  await planner.query('set plan_cache_mode = force_generic_plan');
  await planner.query(`prepare kept as ${text}`);
  const nulls = values.length > 0 ? `(${values.map(() => 'null').join()})` : '';
  const { rows } = await planner.query(`explain (format json) execute kept${nulls}`);
  await planner.query('deallocate kept; reset plan_cache_mode');
  return scansOf(rows);
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

const READS: [string, () => Person, string][] = [
  ['the list of an admin', () => bob, '/api/tickets/'],
  ['its order by creation', () => bob, '/api/tickets/?sort=created_at'],
  ['its order by priority', () => bob, '/api/tickets/?sort=-priority'],
  ['its order by id', () => bob, '/api/tickets/?sort=-id'],
  ['deleted tickets', () => bob, '/api/admin/tickets/?is_deleted=true'],
  ['deleted tickets by creation', () => bob, '/api/admin/tickets/?is_deleted=true&sort=-created_at'],
  ['deleted tickets by priority', () => bob, '/api/admin/tickets/?is_deleted=true&sort=priority'],
  ['deleted tickets by id', () => bob, '/api/admin/tickets/?is_deleted=true&sort=id'],
  ['the list of the admin area', () => bob, '/api/admin/tickets/?status=open'],
  ['one status', () => bob, '/api/tickets/?status=open'],
  ['all active tickets', () => bob, '/api/tickets/?status=open&status=in_progress&status=pending_user'],
  ['the tickets of one person', () => bob, '/api/tickets/?user=77'],
  ['what an admin has', () => bob, '/api/tickets/assigned_to_me/'],
  ['what an admin has to do', () => bob, '/api/tickets/assigned_to_me/?status=open&status=in_progress'],
  ['what another admin has', () => bob, '/api/tickets/?assigned_to=3'],
  ['what nobody has', () => bob, '/api/tickets/?assigned_to=none&status=open'],
  [
    'what was resolved on a day',
    () => bob,
    `/api/tickets/?resolved_after=${day(2)}&resolved_before=${day(1)}`,
  ],
  [
    'what was first answered on a day',
    () => bob,
    `/api/tickets/?first_response_after=${day(2)}&first_response_before=${day(1)}&sort=-first_response_at`,
  ],
  [
    'what was rated on some days, badly, of what an admin has',
    () => bob,
    `/api/tickets/?rated_after=${day(9)}&rated_before=${day(1)}&score=1&score=2&assigned_to=3`,
  ],
  ['one score', () => bob, '/api/tickets/?score=3&sort=-rated_at'],
  ['one hour of the week', () => bob, '/api/tickets/?created_weekday=1&created_hour=9&sort=-created_at'],
  [
    'one hour of the week in a period',
    () => bob,
    `/api/tickets/?created_weekday=7&created_hour=23&created_after=${day(90)}&created_before=${day(1)}`,
  ],
  ['what was active at the end of a day', () => bob, `/api/tickets/?active_at=${day(7)}`],
  ['what of a user was active at the end of a day', () => ada, `/api/tickets/?active_at=${day(7)}`],
  ['what was resolved last', () => bob, '/api/tickets/?sort=-resolved_at'],
  ['the statistics', () => bob, '/api/tickets/stats/'],
  ['the statistics of a year', () => bob, `/api/tickets/stats/?from=${day(365)}`],
  ['the statistics of each admin', () => bob, '/api/tickets/stats/agents/'],
  ['a rare word', () => bob, '/api/tickets/?q=rare77'],
  ['the list of a user', () => ada, '/api/tickets/'],
  ['one status of a user', () => ada, '/api/tickets/?status=open'],
  ['a user’s order by creation', () => ada, '/api/tickets/my_tickets/?sort=created_at'],
  ['a ticket', () => ada, '/api/tickets/:id/'],
  ['a ticket with notes', () => bob, '/api/tickets/:id/'],
  ['comments', () => ada, '/api/tickets/:id/comments/'],
  ['comments with notes', () => bob, '/api/tickets/:id/comments/'],
  ['history', () => ada, '/api/tickets/:id/timeline/'],
  ['history with notes', () => bob, '/api/tickets/:id/timeline/'],
  ['notifications', () => ada, '/api/notifications/'],
  ['notifications of an admin', () => bob, '/api/notifications/'],
  ['unread notifications', () => ada, '/api/notifications/?unread=true'],
  ['preferences', () => ada, '/api/notifications/preferences/'],
  ['whether a ticket is muted', () => ada, '/api/tickets/:id/mute/'],
  ['the own profile', () => ada, '/api/auth/me/'],
];

describe('no big table is read from end to end for', () => {
  const expectNoScan = async (sent: Sent[]) => {
    expect(sent.length).toBeGreaterThan(0);
    // a count reads what it counts, up to 10,001 rows: no index makes that less
    for (const statement of sent.filter(({ text }) => !text.includes('count(*)'))) {
      expect({ text: statement.text, scans: await scansWithValues(statement) }).toMatchObject({ scans: [] });
      if (statement.name === undefined) continue;
      expect({ text: statement.text, scans: await scansOfKeptPlan(statement) }).toMatchObject({ scans: [] });
    }
  };

  it.each(READS)('%s', async (_, person, path) =>
    expectNoScan(await sentDuring(() => api.as(person()).get(path.replace(':id', String(id))))),
  );
  it.each(['/api/tickets/?limit=10', '/api/tickets/?sort=-priority&limit=10&status=closed'])(
    'a page in the middle: %s',
    async (path) => {
      const { next_cursor } = (await api.as(bob).get(path)).body;
      await expectNoScan(await sentDuring(() => api.as(bob).get(`${path}&cursor=${next_cursor}`)));
    },
  );
  it('a comment', async () =>
    expectNoScan(await sentDuring(async () => void (await makeComment(api, ada, id)))));
  it('a new ticket', async () =>
    expectNoScan(await sentDuring(async () => void (await makeTicket(api, ada)))));
  it('an edit, a deletion and the restoring of a comment', async () => {
    const path = `/api/admin/comments/${(await makeComment(api, ada, id)).id}/`;
    await expectNoScan(await sentDuring(() => api.as(bob).patch(path, { content: 'Other words.' })));
    await expectNoScan(await sentDuring(() => api.as(bob).delete(path)));
    await expectNoScan(await sentDuring(() => api.as(bob).post(`${path}restore/`)));
  });
  it('a change of status', async () => {
    const path = `/api/tickets/${id}/update_status/`;
    await expectNoScan(await sentDuring(() => api.as(bob).patch(path, { status: 'in_progress' })));
  });
  it('a change of the text', async () =>
    expectNoScan(await sentDuring(() => api.as(bob).patch(`/api/tickets/${id}/`, { title: 'New title' }))));
  it('reading notifications', async () => {
    await makeComment(api, bob, id);
    await drain(api);
    const { results } = (await api.as(ada).get('/api/notifications/')).body;
    const path = `/api/notifications/${results[0].id}/read/`;
    await expectNoScan(await sentDuring(() => api.as(ada).post(path)));
    await expectNoScan(
      await sentDuring(() => api.as(ada).post('/api/notifications/read_all/', { up_to: results[0].id })),
    );
    await expectNoScan(
      await sentDuring(() => api.as(ada).post('/api/notifications/read_ticket/', { ticket_id: id })),
    );
  });
  it('telling everybody of a comment, and forgetting what is old', async () => {
    await makeComment(api, ada, id);
    await expectNoScan(await sentDuring(() => drain(api)));
  });
  it('a refresh and a sign-out', async () => {
    const session = await openSession(api, ada);
    const refresh = () => api.post('/api/auth/refresh/', { refresh_token: session.refreshToken });
    await expectNoScan(await sentDuring(refresh));
    await expectNoScan(await sentDuring(() => api.as(session).post('/api/auth/logout/')));
  });

  it('and a scan would be noticed', async () => {
    const scan = { text: 'select 1 from tickets where title = $1', values: ['x'] };
    expect(await scansWithValues(scan)).toEqual(['tickets']);
    expect(await scansOfKeptPlan(scan)).toEqual(['tickets']);
  });
});
