import { type Account, makeAccount } from '../../test/make.js';
import { type Answer, startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let account: Account;
beforeAll(async () => {
  api = await startApi();
  account = await makeAccount(api);
});
afterAll(() => api.stop());

const setCookie = ({ headers }: Answer) => String(headers['set-cookie']);
const pairOf = (answer: Answer) => setCookie(answer).split(';')[0]!;
const attributesOf = (answer: Answer) => setCookie(answer).split('; ').slice(1).sort();

const signIn = async (): Promise<Answer> => {
  const { email, password } = account;
  return api.post('/api/auth/login/', { email, password, refresh_transport: 'cookie' });
};
const refreshFrom = async (origin: string | undefined, host = 'localhost:3000') =>
  api.post('/api/auth/refresh/', undefined, {
    cookie: pairOf(await signIn()),
    host,
    ...(origin === undefined ? {} : { origin }),
  });

describe('a browser signs in', () => {
  it('with a refresh token that no script and no other site can use', async () => {
    const answer = await signIn();
    expect(answer.body.refresh_token).toBeNull();
    expect(pairOf(answer)).toMatch(/^refresh=[\w-]{43}$/);
    expect(attributesOf(answer)).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Strict']);
  });
  it('API clients get no cookie', async () => {
    const { email, password } = account;
    const answer = await api.post('/api/auth/login/', { email, password });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('a browser refreshes', () => {
  it('by its cookie, and the new token comes back the same way', async () => {
    const signedIn = await signIn();
    const answer = await api.post('/api/auth/refresh/', undefined, { cookie: pairOf(signedIn) });
    expect([answer.status, answer.body.refresh_token]).toEqual([200, null]);
    expect(pairOf(answer)).not.toBe(pairOf(signedIn));
    expect(attributesOf(answer)).toEqual(attributesOf(signedIn));
  });
  it.each([
    ['from this site', 'http://localhost:3000'],
    ['without an Origin, which is no cross-site request', undefined],
  ])('%s', async (_, origin) => expect((await refreshFrom(origin)).status).toBe(200));
  it('through a development proxy on the same host', async () =>
    expect((await refreshFrom('http://localhost:4200', 'localhost:4200')).status).toBe(200));
  it.each([
    'https://evil.example',
    'http://localhost:3000.evil.example',
    'http://localhost:3001',
    'http://evil.example/http://localhost:3000',
    'null',
    '',
    'localhost:3000',
  ])('403 from %j, and the token is not used up', async (origin) => {
    const cookie = pairOf(await signIn());
    const foreign = await api.post('/api/auth/refresh/', undefined, {
      cookie,
      origin,
      host: 'localhost:3000',
    });
    expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/foreign-origin']);
    const { rows } = await api.db.client.query(
      `select used_at from refresh_tokens where token_hash = sha256(convert_to($1, 'utf8'))`,
      [cookie.split('=')[1]],
    );
    expect(rows).toEqual([{ used_at: null }]);
  });
  it('401 with a cookie that means nothing', async () =>
    expect((await api.post('/api/auth/refresh/', undefined, { cookie: 'refresh=made-up' })).status).toBe(
      401,
    ));
});

describe('a browser signs out', () => {
  it('and its cookie is taken back', async () => {
    const { body } = await signIn();
    const answer = await api.as({ token: body.access_token }).post('/api/auth/logout/');
    expect(pairOf(answer)).toBe('refresh=');
    expect(attributesOf(answer)).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
  });
});
