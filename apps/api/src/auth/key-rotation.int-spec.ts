import { expectProblem } from '../../test/expect-problem.js';
import { type Mailbox, makeMailbox, tokenIn } from '../../test/mailbox.js';
import { makeRegistered, makeTicket, PASSWORD, type Person } from '../../test/make.js';
import { startApi, TEST_ENV, type TestApi } from '../../test/start-api.js';
import { totpFor } from './two-factor/totp.js';

const OLD_KEY = TEST_ENV.SECRET_KEY;
const NEW_KEY = 'another-key-for-tests-that-is-long-enough-too';

let mailbox: Mailbox;
/** Has the database; the others look into it, one after the other. */
let first: TestApi;
let api: TestApi;
let ada: Person;
let seed: string;
let bea: Person;
let recovery: string[];
let links: string[];
let cursor: string;

beforeAll(async () => {
  mailbox = await makeMailbox();
  first = api = await startApi({ DATA_DIR: mailbox.directory });
  ada = await makeRegistered(api);
  seed = (await api.as(ada).post('/api/auth/two_factor/setup/')).body.secret;
  await api.as(ada).post('/api/auth/two_factor/enable/', { code: codeOf(0) });
  [bea, recovery] = await makeProtected();
  links = [
    await mailedLink('reset_password', 'reset-password'),
    await mailedLink('verify_email', 'verify-email'),
  ];
  await makeTicket(api, ada);
  await makeTicket(api, ada);
  cursor = (await api.as(ada).get('/api/tickets/?limit=1')).body.next_cursor;
  await first.app.close();
});
afterAll(async () => {
  await first.db.drop();
  await mailbox.remove();
});

const codeOf = (stepsAhead: number) =>
  totpFor(seed, '').generate({ timestamp: Date.now() + stepsAhead * 30_000 });

/** Somebody with two-factor sign-in, and their recovery codes. */
async function makeProtected(): Promise<[Person, string[]]> {
  const person = await makeRegistered(api);
  const { secret } = (await api.as(person).post('/api/auth/two_factor/setup/')).body;
  const code = totpFor(secret, '').generate();
  const { body } = await api.as(person).post('/api/auth/two_factor/enable/', { code });
  return [person, body.recovery_codes];
}
const kidOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid;
const me = async (token: string) => (await api.as({ token }).get('/api/auth/me/')).status;
const reset = (token: string) =>
  api.post('/api/auth/reset_password/', { token, new_password: 'a quite different password' });

/** The link of a fresh mail to somebody who has no other. */
async function mailedLink(purpose: 'reset_password' | 'verify_email', page: string): Promise<string> {
  const { email } = await makeRegistered(api);
  if (purpose === 'reset_password') await api.post('/api/auth/forgot_password/', { email });
  return tokenIn(await mailbox.mailsTo(api, email), page);
}

/** The product starts again with other keys, on the same data. */
const startWith = async (variables: Record<string, string>) => {
  const all = { DATA_DIR: mailbox.directory, ...variables };
  api = await startApi(all, { through: async () => first.db.url });
};

describe('when SECRET_KEY is taken away without a word', () => {
  beforeAll(() => startWith({ SECRET_KEY: NEW_KEY }));
  afterAll(() => api.stop());

  it('whoever was signed in is not any more', async () => expect(await me(ada.token)).toBe(401));
  it('a link that was mailed before does not open', async () => {
    for (const link of links) expect((await reset(link)).body.type).toBe('/problems/link-not-good');
  });
  it('codes of the app cannot be checked, which is said; a recovery code opens, and the app can be set up again', async () => {
    const login = (code: string) =>
      api.post('/api/auth/login/', { email: bea.email, password: PASSWORD, code });
    const refused = await login('123456');
    expectProblem(refused, 409);
    expect(refused.body.type).toBe('/problems/two-factor-unreadable');
    const signedIn = await login(recovery[0]!);
    expect(signedIn.status).toBe(200);
    const again = api.as({ token: signedIn.body.access_token });
    const off = { password: PASSWORD, code: recovery[1]! };
    expect((await again.post('/api/auth/two_factor/disable/', off)).status).toBe(204);
    expect((await again.post('/api/auth/two_factor/setup/')).status).toBe(200);
  });
});

describe('when SECRET_KEY becomes SECRET_KEY_PREVIOUS', () => {
  beforeAll(() => startWith({ SECRET_KEY: NEW_KEY, SECRET_KEY_PREVIOUS: OLD_KEY }));
  afterAll(() => api.stop());

  it('whoever was signed in still is', async () => expect(await me(ada.token)).toBe(200));
  it('whoever was between two pages of a list goes on', async () => {
    const { status, body } = await api.as(ada).get(`/api/tickets/?limit=1&cursor=${cursor}`);
    expect([status, body.results.length]).toEqual([200, 1]);
  });
  it('a token that names the other key than the one it is signed with is refused', async () => {
    const [, claims, signature] = ada.token.split('.');
    const [header] = (await makeRegistered(api)).token.split('.');
    expect(await me([header, claims, signature].join('.'))).toBe(401);
  });
  it('new tokens name the new key', async () => {
    const { token } = await makeRegistered(api);
    expect(kidOf(token)).toMatch(/^[0-9a-f]{12}$/);
    expect(kidOf(token)).not.toBe(kidOf(ada.token));
    expect(await me(token)).toBe(200);
  });
  it('the authenticator app goes on working: the sealed seed still opens', async () => {
    const { status } = await api.post('/api/auth/login/', {
      email: ada.email,
      password: PASSWORD,
      code: codeOf(1),
    });
    expect(status).toBe(200);
  });
  it('links that were mailed before still open', async () => {
    const [toReset, toVerify] = links as [string, string];
    expect((await reset(toReset)).status).toBe(204);
    expect((await api.post('/api/auth/verify_email/', { token: toVerify })).status).toBe(204);
  });
});
