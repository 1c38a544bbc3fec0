import { makeAdmin, makeRegistered, makeUser, PASSWORD, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';
import { totpFor } from './two-factor/totp.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const post = (person: Person, path: string, body: object = {}) =>
  api.as(person).post(`/api/auth/two_factor/${path}/`, body);
const login = (person: Person, code?: string) =>
  api.post('/api/auth/login/', {
    email: person.email,
    password: PASSWORD,
    ...(code !== undefined && { code }),
  });
const codeOf = (seed: string, stepsAhead = 0) =>
  totpFor(seed, '').generate({ timestamp: Date.now() + stepsAhead * 30_000 });

/** Somebody with two-factor sign-in on; the code of the current step is spent by switching it on. */
async function makeProtected(): Promise<{ person: Person; seed: string; recovery: string[] }> {
  const person = await makeRegistered(api);
  const { secret: seed } = (await post(person, 'setup')).body;
  const { recovery_codes: recovery } = (await post(person, 'enable', { code: codeOf(seed, -1) })).body;
  return { person, seed, recovery };
}

describe('setting up two-factor sign-in', () => {
  it('gives a seed as text, address and picture; nothing is on before a code was shown', async () => {
    const ada = await makeRegistered(api);
    const { body } = await post(ada, 'setup');
    expect(body.otpauth_url).toContain(`secret=${body.secret}`);
    expect(Buffer.from(body.qr_code.split(',')[1], 'base64').toString()).toContain('<svg');
    expect((await login(ada)).status).toBe(200);
    expect((await post(ada, 'enable', { code: '000000' })).body.errors[0].pointer).toBe('/code');
    expect((await api.as(ada).get('/api/auth/me/')).body.has_two_factor).toBe(false);
  });
  it('is a 409 when it is on already, and switching on without a seed is, too', async () => {
    const { person } = await makeProtected();
    expect((await post(person, 'setup')).status).toBe(409);
    expect((await post(person, 'enable', { code: '000000' })).status).toBe(409);
    expect((await post(await makeUser(api), 'enable', { code: '000000' })).status).toBe(409);
  });
  it('stores the seed sealed', async () => {
    const { person, seed } = await makeProtected();
    const { rows } = await api.db.client.query('select totp_seed from users where id = $1', [person.id]);
    expect(rows[0].totp_seed.toString('latin1')).not.toContain(seed);
  });
});

describe('signing in with two factors', () => {
  it('asks for the code once the password is right, and only then', async () => {
    const { person, seed } = await makeProtected();
    expect((await login(person)).body.type).toBe('/problems/two-factor-required');
    const wrongPassword = { email: person.email, password: 'wrong', code: codeOf(seed) };
    expect((await api.post('/api/auth/login/', wrongPassword)).body.type).toBe('/problems/bad-credentials');
    expect((await login(person, codeOf(seed))).status).toBe(200);
  });
  it('takes no code twice, and of two at once only one', async () => {
    const { person, seed } = await makeProtected();
    const code = codeOf(seed);
    const answers = await Promise.all([login(person, code), login(person, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await login(person, code)).body.type).toBe('/problems/two-factor-wrong');
  });
  it('makes who comes with a code wait for whoever comes with the same one', async () => {
    const { person, seed } = await makeProtected();
    const { client } = api.db;
    await client.query('begin');
    await client.query('select 1 from users where id = $1 for update', [person.id]);
    const answers = [login(person, codeOf(seed)), login(person, codeOf(seed))];
    await until(async () => {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length === 2;
    });
    await client.query('commit');
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 401]);
  });
  it('takes each recovery code once, in any writing', async () => {
    const { person, recovery } = await makeProtected();
    expect(new Set(recovery).size).toBe(10);
    expect((await login(person, recovery[0]!.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await login(person, recovery[0])).status).toBe(401);
    expect((await login(person, recovery[1])).status).toBe(200);
  });
  it('stores recovery codes as hashes', async () => {
    const { person, recovery } = await makeProtected();
    const { rows } = await api.db.client.query('select code_hash from recovery_codes where user_id = $1', [
      person.id,
    ]);
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain(recovery[0]!.replaceAll('-', ''));
  });
  it('new recovery codes void the old ones', async () => {
    const { person, seed, recovery } = await makeProtected();
    const { body } = await post(person, 'recovery_codes', { code: codeOf(seed) });
    expect((await login(person, recovery[0])).status).toBe(401);
    expect((await login(person, body.recovery_codes[0])).status).toBe(200);
  });
});

describe('switching it off', () => {
  it('needs password and code', async () => {
    const { person, seed } = await makeProtected();
    const off = (body: object) => post(person, 'disable', body);
    expect((await off({ password: 'wrong', code: codeOf(seed) })).body.errors[0].pointer).toBe('/password');
    expect((await off({ password: PASSWORD, code: '000000' })).body.errors[0].pointer).toBe('/code');
    expect((await off({ password: PASSWORD, code: codeOf(seed) })).status).toBe(204);
    expect((await login(person)).status).toBe(200);
  });
});

describe('where admins must have two factors', () => {
  let strict: TestApi;
  beforeAll(async () => {
    strict = await startApi({ REQUIRE_ADMIN_TWO_FACTOR: 'true' });
  });
  afterAll(() => strict.stop());

  it('an admin without can reach the own account and nothing else, until it is on', async () => {
    const admin = await makeAdmin(strict);
    const tickets = () => strict.as(admin).get('/api/tickets/');
    expect((await tickets()).body.type).toBe('/problems/two-factor-set-up-first');
    const me = await strict.as(admin).get('/api/auth/me/');
    expect([me.status, me.body.must_set_up_two_factor]).toEqual([200, true]);
    const { secret } = (await strict.as(admin).post('/api/auth/two_factor/setup/')).body;
    await strict.as(admin).post('/api/auth/two_factor/enable/', { code: codeOf(secret) });
    expect((await tickets()).status).toBe(200);
  });
  it('users are not bothered', async () => {
    expect((await strict.as(await makeUser(strict)).get('/api/tickets/')).status).toBe(200);
  });
});
