import { expectProblem } from '../../../test/expect-problem.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { type Answer, startApi, type TestApi } from '../../../test/start-api.js';
import { TcpProxy } from '../../../test/tcp-proxy.js';
import { until } from '../../../test/until.js';
import { HealthService } from './health.service.js';

let api: TestApi;
let proxy: TcpProxy;
let ada: Person;
let admin: Person;
let id: number;

beforeAll(async () => {
  const through = async (url: string) => {
    proxy = await TcpProxy.to(url);
    return proxy.url;
  };
  api = await startApi({}, { through });
  [ada, admin] = await Promise.all([makeUser(api), makeAdmin(api)]);
  ({ id } = await makeTicket(api, ada));
});
afterEach(async () => {
  await proxy.heal();
  await until(async () => (await api.get('/api/health/ready')).status === 200);
});
afterAll(async () => {
  await api.stop();
  await proxy.cut();
});

const TICKET = { title: 'Printer', description: 'x', category: 'bug', priority: 'low' };
const expectUnavailable = ({ status, headers, body }: Answer) => {
  expect([status, body.type, headers['retry-after']]).toEqual([503, '/problems/unavailable', '5']);
  expect(headers['content-type']).toMatch('application/problem+json');
};
const countTickets = async () =>
  (await api.db.client.query('select count(*)::int as n from tickets')).rows[0].n as number;
/** Ends every connection of the API, as a restart of the server does. */
const endConnections = () =>
  api.db.client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'ticketing' and datname = current_database()`,
  );

describe('a healthy API', () => {
  it('is alive and ready', async () => {
    expect((await api.get('/api/health/live')).body).toEqual({ status: 'ok', dependencies: {} });
    expect((await api.get('/api/health/ready')).body).toEqual({
      status: 'ok',
      dependencies: { database: 'up' },
    });
  });
});

describe('while the database is away', () => {
  it('the API lives, says that it is not ready, and answers everything with 503', async () => {
    await proxy.cut();
    expect((await api.get('/api/health/live')).status).toBe(200);
    expectUnavailable(await api.get('/api/health/ready'));
    expectUnavailable(await api.as(ada).get('/api/tickets/'));
    expectUnavailable(await api.as(ada).post('/api/tickets/', TICKET));
    expectUnavailable(await api.post('/api/auth/login/', { email: ada.email, password: 'x' }));
    expectUnavailable(await api.post('/api/auth/refresh/', { refresh_token: 'x' }));
  });
  it('input is still refused for what it is', async () => {
    await proxy.cut();
    expectProblem(await api.post('/api/auth/login/', { email: 'ada' }), 400);
    expectProblem(await api.get('/api/tickets/'), 401);
  });
  it('nobody waits for a readiness that does not come', async () => {
    proxy.hang();
    const start = performance.now();
    expectUnavailable(await api.get('/api/health/ready'));
    expect(performance.now() - start).toBeLessThan(6_000);
  });
  it('reads and writes in hand are given up in the end', async () => {
    proxy.hang();
    const answers = [api.as(ada).get(`/api/tickets/${id}/`), api.as(ada).post('/api/tickets/', TICKET)];
    (await Promise.all(answers)).forEach(expectUnavailable);
  });
});

describe('when the database comes back', () => {
  it('everything works again without a restart', async () => {
    await proxy.cut();
    expectUnavailable(await api.get('/api/health/ready'));
    await proxy.heal();
    await until(async () => (await api.get('/api/health/ready')).status === 200);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).status).toBe(200);
    expect((await api.as(ada).post('/api/tickets/', TICKET)).status).toBe(201);
  });
  it('requests in hand end with an answer, and what was answered 201 is stored', async () => {
    const before = await countTickets();
    const answers: Promise<Answer>[] = [];
    for (let i = 0; i < 60; i += 1) {
      answers.push(api.as(ada).post('/api/tickets/', TICKET));
      if (i % 20 === 10) await endConnections();
    }
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    // one whose COMMIT was cut off may be stored although it was answered 503, never the other way round
    expect((await countTickets()) - before).toBeGreaterThanOrEqual(statuses.filter((s) => s === 201).length);
  });
  it('a write that was cut off has not happened', async () => {
    await api.db.client.query('begin');
    await api.db.client.query('select 1 from tickets where id = $1 for update', [id]);
    const write = api.as(admin).patch(`/api/tickets/${id}/`, { title: 'Half a change' });
    await until(async () => {
      const { rows } = await api.db.client.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await endConnections();
    await api.db.client.query('rollback');
    expectUnavailable(await write);
    await until(async () => (await api.get('/api/health/ready')).status === 200);
    const { title, version } = (await api.as(ada).get(`/api/tickets/${id}/`)).body;
    expect([title, version]).toEqual(['Printer on fire', 1]);
  });
});

describe('during a shutdown', () => {
  let draining: TestApi;
  beforeAll(async () => {
    draining = await startApi();
  });
  afterAll(() => draining.stop());

  it('is not ready from the first moment, but alive', async () => {
    draining.app.get(HealthService).beforeApplicationShutdown();
    expectUnavailable(await draining.get('/api/health/ready'));
    expect((await draining.get('/api/health/live')).status).toBe(200);
  });
});
