import { randomUUID } from 'node:crypto';
import { makeAccount, makeUser } from '../../test/make.js';
import { type Answer, startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const someone = () => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse battery',
  first_name: 'Ada',
  last_name: 'Lovelace',
});
const pointers = ({ body }: Answer) => body.errors.map(({ pointer }: { pointer: string }) => pointer);

describe('POST /api/auth/register/', () => {
  const register = (fields: object = {}) => api.post('/api/auth/register/', { ...someone(), ...fields });

  it('makes an account and signs it in', async () => {
    const person = someone();
    const { status, body } = await api.post('/api/auth/register/', person);
    expect(status).toBe(201);
    expect(body).toEqual({
      user: expect.objectContaining({ email: person.email, name: 'Ada Lovelace', role: 'user' }),
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 600,
    });
    expect((await api.as({ token: body.access_token }).get('/api/auth/me/')).body).toEqual(body.user);
  });
  it('keeps the address as it was typed, without the spaces around', async () => {
    const name = randomUUID();
    expect((await register({ email: ` ${name}@Example.COM ` })).body.user.email).toBe(`${name}@Example.COM`);
  });
  it('stores neither the password nor the refresh token', async () => {
    const { password, session } = await makeAccount(api);
    const { rows } = await api.db.client.query(
      `select (select string_agg(u::text, '') from users u) || (select string_agg(s::text, '') from sessions s)
         || (select string_agg(t::text, '') from refresh_tokens t)
         || (select string_agg(e::text, '') from events e) as everything`,
    );
    expect(rows[0].everything).not.toContain(password);
    expect(rows[0].everything).not.toContain(session.refresh_token);
    expect(rows[0].everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
  it('makes no admin, whatever the body says', async () =>
    expect((await register({ role: 'admin', is_active: false, id: 1 })).body.user.role).toBe('user'));
  it('takes a password of 1,024 characters of any kind', async () => {
    const { email, password } = await makeAccount(api, { password: ' 😀'.repeat(512) });
    expect((await api.post('/api/auth/login/', { email, password })).status).toBe(200);
  });

  it.each([
    ['no address', { email: 'ada' }, '/email'],
    [
      'an address with the Kelvin sign, which would become kevin',
      { email: '\u212Aevin@example.com' },
      '/email',
    ],
    ['an address with a line break', { email: 'a@example.com\nbcc:b@example.com' }, '/email'],
    ['a list of addresses', { email: ['a@example.com'] }, '/email'],
    ['7 characters of password', { password: '1234567' }, '/password'],
    ['1,025 characters of password', { password: 'x'.repeat(1_025) }, '/password'],
    ['a number as password', { password: 12_345_678 }, '/password'],
    ['one of the most used passwords', { password: 'Password1' }, '/password'],
    ['the own name as password', { password: 'lovelace1' }, '/password'],
    ['no name', { first_name: ' ' }, '/first_name'],
    ['81 characters of name', { last_name: 'x'.repeat(81) }, '/last_name'],
    ['another way for the token', { refresh_transport: 'url' }, '/refresh_transport'],
  ])('400 for %s, and nobody is stored', async (_, fields, pointer) => {
    const before = await countUsers();
    const answer = await register(fields);
    expect([answer.status, pointers(answer)]).toEqual([400, [pointer]]);
    expect(await countUsers()).toBe(before);
  });
  it('409 for an address that somebody has, also in capitals', async () => {
    const { email } = await makeAccount(api);
    const answer = await register({ email: email.toUpperCase() });
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/email-taken']);
    expect(pointers(answer)).toEqual(['/email']);
  });
  it('one of ten at once gets the address', async () => {
    const person = someone();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post('/api/auth/register/', person)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });
});

describe('POST /api/auth/login/', () => {
  const login = (fields: object) => api.post('/api/auth/login/', fields);

  it('opens a session', async () => {
    const { id, email, password } = await makeAccount(api);
    const { status, body } = await login({ email, password });
    expect([status, body.user.id, body.expires_in]).toEqual([200, id, 600]);
  });
  it('takes the address in capitals', async () => {
    const { email, password } = await makeAccount(api);
    expect((await login({ email: email.toUpperCase(), password })).status).toBe(200);
  });
  it('401, word for word the same, for an unknown address, a wrong password and a closed account', async () => {
    const [known, closed] = await Promise.all([makeAccount(api), makeAccount(api)]);
    await api.db.client.query('update users set is_active = false where id = $1', [closed.id]);
    const answers = await Promise.all([
      login({ email: `${randomUUID()}@example.com`, password: known.password }),
      login({ email: known.email, password: 'wrong' }),
      login({ email: closed.email, password: closed.password }),
    ]);
    const bodies = answers.map(({ body }) => ({ ...body, request_id: '' }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(bodies[0].type).toBe('/problems/bad-credentials');
    expect(bodies).toEqual(Array(3).fill(bodies[0]));
  });
  it('does not trim the password', async () => {
    const { email, password } = await makeAccount(api);
    expect((await login({ email, password: `${password} ` })).status).toBe(401);
  });
  it.each([
    ['no address', { email: 'ada', password: 'x' }, '/email'],
    ['no password', { email: 'a@example.com' }, '/password'],
    ['an empty password', { email: 'a@example.com', password: '' }, '/password'],
    ['too long a password to hash', { email: 'a@example.com', password: 'x'.repeat(1_025) }, '/password'],
  ])('400 for %s', async (_, fields, pointer) => {
    const answer = await login(fields);
    expect([answer.status, pointers(answer)]).toEqual([400, [pointer]]);
  });
});

describe('/api/auth/me/', () => {
  it('shows the own profile with what the person may do', async () => {
    const ada = await makeUser(api, { first: 'Ada', last: 'Lovelace' });
    expect((await api.as(ada).get('/api/auth/me/')).body).toEqual({
      id: ada.id,
      email: ada.email,
      name: 'Ada Lovelace',
      first_name: 'Ada',
      last_name: 'Lovelace',
      role: 'user',
      avatar: null,
      is_email_verified: false,
      has_two_factor: false,
      must_set_up_two_factor: false,
      created_at: expect.any(String),
      can: { see_all_tickets: false, be_assigned: false, administer: false },
    });
  });
  it('changes what is given and leaves the rest', async () => {
    const ada = await makeUser(api, { first: 'Ada', last: 'Lovelace' });
    const { status, body } = await api.as(ada).patch('/api/auth/me/', { last_name: ' King ' });
    expect([status, body.name]).toEqual([200, 'Ada King']);
  });
  it('shows the new name on tickets at once', async () => {
    const ada = await makeUser(api);
    const ticket = { title: 'Printer', description: 'x', category: 'bug', priority: 'low' };
    await api.as(ada).post('/api/tickets/', ticket);
    await api.as(ada).patch('/api/auth/me/', { first_name: 'Augusta', last_name: 'King' });
    expect((await api.as(ada).get('/api/tickets/')).body.results[0].user.name).toBe('Augusta King');
  });
  it('makes no history when nothing was given', async () => {
    const ada = await makeUser(api);
    expect((await api.as(ada).patch('/api/auth/me/', {})).status).toBe(200);
    const { rows } = await api.db.client.query('select 1 from events where actor_id = $1', [ada.id]);
    expect(rows).toEqual([]);
  });
  it('ignores what nobody may write about themselves', async () => {
    const ada = await makeUser(api);
    const { body } = await api.as(ada).patch('/api/auth/me/', { role: 'admin', email: 'x@example.com' });
    expect(body).toMatchObject({ role: 'user', email: ada.email });
  });
  it.each([
    [{ first_name: null }],
    [{ first_name: '' }],
    [{ last_name: 'x'.repeat(81) }],
    [{ last_name: 7 }],
  ])('400 for %j', async (fields) => {
    const answer = await api.as(await makeUser(api)).patch('/api/auth/me/', fields);
    expect([answer.status, pointers(answer)]).toEqual([400, [`/${Object.keys(fields)[0]}`]]);
  });
  it('401 without a token, with the way to sign in', async () => {
    const answer = await api.get('/api/auth/me/');
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="ticketing"']);
    expect((await api.patch('/api/auth/me/', {})).status).toBe(401);
  });
});

async function countUsers(): Promise<number> {
  const { rows } = await api.db.client.query('select count(*)::int as n from users');
  return rows[0].n;
}
