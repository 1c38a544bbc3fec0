import { makeTicket, makeUser } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { hasRedis, startRedis, type TestRedis } from '../../../test/start-redis.js';
import { until } from '../../../test/until.js';

const login = (api: TestApi, email: string, headers = {}) =>
  api.post('/api/auth/login/', { email, password: 'not the one' }, headers);

describe('rate limits, counted in memory', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ RATE_LIMIT_FACTOR: '1' });
  });
  afterAll(() => api.stop());

  it('an account is guessed ten times, then 429 with Retry-After, known or not', async () => {
    const answers = [];
    for (let i = 0; i < 11; i++)
      answers.push(await login(api, i % 2 ? 'Nobody@example.com' : 'nobody@example.com'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
    const refused = answers.at(-1)!;
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    expect(refused.body.type).toBe('/problems/too-many-requests');
    expect((await login(api, 'somebody.else@example.com')).status).toBe(401);
  });

  it('says on the way how many tries are left', async () => {
    const { headers } = await login(api, 'third@example.com');
    expect(headers).toMatchObject({ 'ratelimit-limit': '10', 'ratelimit-remaining': '9' });
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
  });

  it('an address is stopped although it names another account each time', async () => {
    const statuses = [];
    for (let i = 0; i < 101; i++) statuses.push((await login(api, `guess-${i}@example.com`)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('a client does not choose its address', async () => {
    expect((await login(api, 'x@example.com', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429);
  });

  it('writes are counted by person, reads are not', async () => {
    const ada = await makeUser(api);
    await makeTicket(api, ada);
    const { headers } = await api.as(ada).post('/api/tickets/', {});
    expect(headers['ratelimit-remaining']).toBe('298');
    expect((await api.as(ada).get('/api/tickets/')).headers['ratelimit-remaining']).toBeUndefined();
  });
});

describe('behind a trusted proxy', () => {
  it("the client's address is the one that the proxy names", async () => {
    const api = await startApi({ RATE_LIMIT_FACTOR: '0.1', TRUSTED_PROXIES: '127.0.0.1/32' });
    const from = (ip: string) => login(api, `${Math.random()}@example.com`, { 'x-forwarded-for': ip });
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await from('203.0.113.9')).status);
    expect([statuses.at(-1), (await from('203.0.113.10')).status]).toEqual([429, 401]);
    await api.stop();
  });
});

(hasRedis() ? describe : describe.skip)('rate limits, counted in Redis', () => {
  let redis: TestRedis;
  let first: TestApi;
  let second: TestApi;
  beforeAll(async () => {
    redis = await startRedis();
    const variables = { RATE_LIMIT_FACTOR: '1', REDIS_URL: redis.url };
    [first, second] = [await startApi(variables), await startApi(variables)];
  });
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await redis.stop();
  });

  it('two processes count together', async () => {
    for (let i = 0; i < 5; i++) {
      await login(first, 'shared@example.com');
      await login(second, 'shared@example.com');
    }
    expect((await login(first, 'shared@example.com')).status).toBe(429);
    expect((await login(second, 'shared@example.com')).status).toBe(429);
  });

  it('goes on, and goes on counting, while Redis is away; heals by itself', async () => {
    await redis.stop();
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await login(first, 'away@example.com')).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    await redis.restart();
    await until(async () => {
      const { headers } = await login(second, `healed-${Math.random()}@example.com`);
      return (
        headers['ratelimit-remaining'] === '9' && (await login(first, 'back@example.com')).status === 401
      );
    });
  });
});
