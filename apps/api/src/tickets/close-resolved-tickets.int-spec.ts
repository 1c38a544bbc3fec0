import pg from 'pg';
import { drain } from '../../test/drain.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { dice, insertTickets } from '../../test/many-tickets.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { CloseResolvedTickets } from './close-resolved-tickets.js';
import { closingRules } from './closing-rules.js';

const DAY_MS = 86_400_000;
const RULES = closingRules({ AUTO_CLOSE_DAYS: 7, AUTO_CLOSE_WARNING_DAYS: 2 })!;
const WITHOUT_WARNING = { ...RULES, warningMs: 0 };

let api: TestApi;
let ada: Person;
let bob: Person;
const sql = (text: string, values: unknown[] = []) => api.db.client.query(text, values);

async function begin(variables: Record<string, string> = {}): Promise<void> {
  api = await startApi(variables);
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
}

const run = (rules = RULES) => api.app.get(CloseResolvedTickets).run(rules, new Date());
const resolve = (id: number) =>
  api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved', admin_feedback: 'Out.' });
/** Its resolution was that many days ago. */
const age = (id: number, days: number) =>
  sql(`update tickets set resolved_at = now() - $2 * interval '1 day' where id = $1`, [id, days]);
/** Its warning was that many days ago. */
const ageWarning = (id: number, days: number) =>
  sql(`update tickets set closing_soon_at = now() - $2 * interval '1 day' where id = $1`, [id, days]);
const view = async (id: number) => (await api.as(ada).get(`/api/tickets/${id}/`)).body;
const happened = async (id: number) =>
  (await sql(`select type, actor_id, data from events where ticket_id = $1 order by id`, [id])).rows.filter(
    ({ type, data }) => type === 'ticket.closing_soon' || data.automatic,
  );
const warnings = async (id: number) =>
  (await happened(id)).filter(({ type }) => type === 'ticket.closing_soon');

async function resolvedTicket(daysAgo: number): Promise<number> {
  const { id } = await makeTicket(api, ada);
  await resolve(id);
  await age(id, daysAgo);
  return id;
}

describe('a resolved ticket', () => {
  beforeAll(() => begin());
  afterAll(() => api.stop());

  it('is left alone for five days', async () => {
    const id = await resolvedTicket(4.9);
    await run();
    expect(await happened(id)).toEqual([]);
  });
  it('is announced to be closed two days before the seventh', async () => {
    const id = await resolvedTicket(5.5);
    const before = await view(id);
    await run();
    const [{ actor_id, data }, ...more] = await happened(id);
    expect([actor_id, more]).toEqual([null, []]);
    expect(Math.abs(Date.parse(data.closes_at) - Date.now() - 2 * DAY_MS)).toBeLessThan(60_000);
    expect(await view(id)).toEqual(before); // no new version, no other date
  });
  it('is closed after seven days by nobody, as any other change of status', async () => {
    const id = await resolvedTicket(5.5);
    await run();
    await age(id, 7.1);
    await ageWarning(id, 2.1);
    const before = await view(id);
    await run();
    const after = await view(id);
    expect(after).toMatchObject({
      status: 'closed',
      resolved_at: before.resolved_at,
      admin_feedback: 'Out.',
    });
    expect([after.version, after.updated_at]).toEqual([before.version + 1, after.closed_at]);
    expect(await happened(id)).toEqual([
      expect.objectContaining({ type: 'ticket.closing_soon' }),
      {
        type: 'ticket.status_changed',
        actor_id: null,
        data: { changes: [{ field: 'status', from: 'resolved', to: 'closed' }], automatic: true },
      },
    ]);
    const [entry] = (await api.as(ada).get(`/api/tickets/${id}/timeline/`)).body.results;
    expect(entry).toMatchObject({ type: 'ticket.status_changed', actor: null });
    expect(after.can.rate).toBe(true);
  });
  it('is never closed before its warning has been out for two days, however old it is', async () => {
    const id = await resolvedTicket(400);
    for (const warnedDaysAgo of [undefined, 0, 1.9]) {
      if (warnedDaysAgo !== undefined) await ageWarning(id, warnedDaysAgo);
      await run();
      expect((await view(id)).status).toBe('resolved');
    }
    expect(await warnings(id)).toHaveLength(1);
    await ageWarning(id, 2.1);
    await run();
    expect((await view(id)).status).toBe('closed');
  });
  it('without warnings is closed after its days', async () => {
    const [early, late] = [await resolvedTicket(6.9), await resolvedTicket(7.1)];
    await run(WITHOUT_WARNING);
    expect([(await view(early)).status, (await view(late)).status]).toEqual(['resolved', 'closed']);
    expect(await warnings(late)).toEqual([]);
  });
  it('that somebody wrote on is work again; resolved once more it gets all its days and another warning', async () => {
    const id = await resolvedTicket(5.5);
    await run();
    await makeComment(api, ada, id, { content: 'Still burning.' });
    await run();
    expect((await view(id)).status).toBe('open');
    await resolve(id);
    await run();
    expect(await warnings(id)).toHaveLength(1);
    await age(id, 5.5);
    await run();
    expect(await warnings(id)).toHaveLength(2);
    await age(id, 8);
    await run();
    expect((await view(id)).status).toBe('resolved');
  });
  it('that is deleted is neither announced nor closed', async () => {
    const id = await resolvedTicket(5.5);
    await run();
    await age(id, 8);
    await ageWarning(id, 3);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    await run();
    await api.as(bob).post(`/api/tickets/${id}/restore/`);
    expect((await view(id)).status).toBe('resolved');
  });
  it.each(['open', 'in_progress', 'pending_user', 'closed'])(
    'is meant, and no other: one that is %s stays so',
    async (status) => {
      const id = await resolvedTicket(30);
      await sql('update tickets set status = $2 where id = $1', [id, status]);
      await run();
      await run(WITHOUT_WARNING);
      expect([(await view(id)).status, await happened(id)]).toEqual([status, []]);
    },
  );
  it('that somebody is about to change is left to them', async () => {
    const id = await resolvedTicket(8);
    await ageWarning(id, 3);
    const other = new pg.Client(api.db.url);
    await other.connect();
    await other.query('begin');
    await other.query(`update tickets set status = 'open', resolved_at = null where id = $1`, [id]);
    await run(); // waits for nobody
    await other.query('commit');
    await other.end();
    await run();
    expect((await view(id)).status).toBe('open');
  });
  it('is announced once and closed once, by however many runs at the same moment', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 20; i++) ids.push(await resolvedTicket(6));
    await Promise.all([run(), run(), run(), run()]);
    for (const id of ids) {
      expect(await happened(id)).toHaveLength(1);
      await age(id, 8);
      await ageWarning(id, 3);
    }
    await Promise.all([run(), run(), run(), run()]);
    for (const id of ids) {
      const { status, version } = await view(id);
      expect([status, version, (await happened(id)).length]).toEqual(['closed', 3, 2]);
    }
  });
  it('that cannot be closed keeps no other from it', async () => {
    const [first, second] = [await resolvedTicket(9), await resolvedTicket(8)];
    for (const id of [first, second]) await ageWarning(id, 3);
    await sql(`create function refuse() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`);
    await sql(
      `create trigger refuse before update on tickets for each row when (old.id = ${first}) execute function refuse()`,
    );
    await expect(run()).rejects.toThrow('broken');
    await sql('drop trigger refuse on tickets');
    expect([(await view(first)).status, (await view(second)).status]).toEqual(['resolved', 'closed']);
    await run();
    expect((await view(first)).status).toBe('closed');
  });
  it('is closed by the clock', async () => {
    const id = await resolvedTicket(8);
    await ageWarning(id, 3);
    await sql(`update schedules set next_run_at = now() where name = 'close-resolved-tickets'`);
    await drain(api);
    expect((await view(id)).status).toBe('closed');
  });
});

describe('a help desk with a past', () => {
  beforeAll(async () => {
    await begin();
    const roll = dice(7);
    const statuses = ['closed', 'closed', 'closed', 'closed', 'open', 'resolved'] as const;
    await insertTickets(
      api,
      Array.from({ length: 9_000 }, () => ({ user_id: ada.id, status: roll(statuses) })),
    );
    await sql(
      `update tickets set resolution_count = 1, resolved_at = now() - (id % 400) * interval '1 day'
        where status in ('resolved', 'closed')`,
    );
    await sql('vacuum analyze tickets');
  });
  afterAll(() => api.stop());

  it('is read by the index of resolved tickets alone, whatever plan is kept', async () => {
    const planner = new pg.Client(api.db.url);
    await planner.connect();
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await planner.query(`set plan_cache_mode = ${mode}`);
      for (const { name, text, values } of await statements()) {
        const explained = { name: `${mode} ${name}`, text: `explain ${text}`, values };
        const plan = (await planner.query(explained)).rows.map((row) => row['QUERY PLAN']).join('\n');
        expect([name, plan]).toEqual([
          name,
          expect.stringMatching(/Index Scan (using|on) tickets_(resolved|pk)/),
        ]);
        expect(plan).not.toContain('Seq Scan');
      }
    }
    await planner.end();
  });
  it('warns a thousand requesters in a run, those who have waited longest first', async () => {
    const warned = async () =>
      (
        await sql(
          `select count(*)::int as count, max(resolved_at) as last from tickets where closing_soon_at is not null`,
        )
      ).rows[0];
    await sql('update tickets set closing_soon_at = null');
    await run();
    const { count, last } = await warned();
    expect(count).toBe(1_000);
    const { rows } = await sql(
      `select 1 from tickets where status = 'resolved' and closing_soon_at is null and resolved_at < $1`,
      [last],
    );
    expect(rows).toEqual([]);
  });
});

/** What a run says to PostgreSQL about tickets. */
async function statements(): Promise<{ name: string; text: string; values: unknown[] }[]> {
  const sent: { name: string; text: string; values: unknown[] }[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const config = args[0] as { name?: string; text: string; values: unknown[] };
    if (config.name?.startsWith('tickets.list-') || config.name?.startsWith('tickets.take-')) {
      sent.push({ name: config.name, text: config.text, values: config.values });
    }
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await sql(`update tickets set closing_soon_at = now() - interval '3 days'
                where id = (select max(id) from tickets where status = 'resolved')`);
    await run(closingRules({ AUTO_CLOSE_DAYS: 398, AUTO_CLOSE_WARNING_DAYS: 2 })!);
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...new Map(sent.map((statement) => [statement.name, statement])).values()];
}

describe('with AUTO_CLOSE_DAYS=0', () => {
  beforeAll(() => begin({ AUTO_CLOSE_DAYS: '0' }));
  afterAll(() => api.stop());

  it('nothing closes by itself', async () => {
    const id = await resolvedTicket(400);
    await ageWarning(id, 3);
    await drain(api);
    expect(await sql(`select 1 from schedules where name = 'close-resolved-tickets'`)).toMatchObject({
      rows: [],
    });
    expect([(await view(id)).status, await happened(id)]).toEqual(['resolved', []]);
  });
});
