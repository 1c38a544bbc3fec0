import { createHash } from 'node:crypto';
import { makeUser, openSession } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const newToken = async () => (await openSession(api, await makeUser(api))).refreshToken;
const refresh = (token: string) => api.post('/api/auth/refresh/', { refresh_token: token });
const exchange = async (token: string): Promise<string> => (await refresh(token)).body.refresh_token;
const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** Lets time pass for one token without waiting. */
const age = (token: string, column: 'used_at' | 'expires_at', by: string) =>
  api.db.client.query(
    `update refresh_tokens set ${column} = ${column} - $2::interval where token_hash = $1`,
    [hashOf(token), by],
  );
const sessionOf = (column: string, token: string) =>
  api.db.client.query(
    `update sessions set ${column} = now() - interval '1 s'
      where id = (select session_id from refresh_tokens where token_hash = $1)`,
    [hashOf(token)],
  );
const statuses = async (...tokens: string[]) => {
  const seen = [];
  for (const token of tokens) seen.push((await refresh(token)).status);
  return seen;
};

describe('POST /api/auth/refresh/', () => {
  it('gives a new pair, which works', async () => {
    const token = await newToken();
    const { status, body } = await refresh(token);
    expect([status, body.expires_in]).toEqual([200, 600]);
    expect(body.refresh_token).not.toBe(token);
    expect((await api.as({ token: body.access_token }).get('/api/auth/me/')).status).toBe(200);
  });
  it('goes on and on', async () => {
    let token = await newToken();
    for (let i = 0; i < 5; i += 1) token = await exchange(token);
    expect((await refresh(token)).status).toBe(200);
  });

  it('forgives the same token within 10 s: two tabs', async () => {
    const token = await newToken();
    await exchange(token);
    await age(token, 'used_at', '9 s');
    expect(await statuses(token)).toEqual([200]);
  });
  it('ends the session when a token comes again later: somebody has a copy', async () => {
    const token = await newToken();
    const next = await exchange(token);
    await age(token, 'used_at', '11 s');
    expect(await statuses(token, next)).toEqual([401, 401]);
  });
  it('ends the access token of that session, too', async () => {
    const { refreshToken, token } = await openSession(api, await makeUser(api));
    await exchange(refreshToken);
    await age(refreshToken, 'used_at', '11 s');
    await refresh(refreshToken);
    expect((await api.as({ token }).get('/api/auth/me/')).status).toBe(401);
  });
  it('ends the session for a grandparent even at once', async () => {
    const token = await newToken();
    const child = await exchange(token);
    const grandchild = await exchange(child);
    expect(await statuses(token, grandchild)).toEqual([401, 401]);
  });
  it('leaves the other sessions of the person alone', async () => {
    const ada = await makeUser(api);
    const [one, other] = [await openSession(api, ada), await openSession(api, ada)];
    await exchange(one.refreshToken);
    await age(one.refreshToken, 'used_at', '11 s');
    expect(await statuses(one.refreshToken, other.refreshToken)).toEqual([401, 200]);
  });
  it('serves ten tabs that present the same token at once, each with a token that works', async () => {
    const token = await newToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const next = answers.map(({ body }) => body.refresh_token as string);
    expect(new Set(next).size).toBe(10);
    expect(await statuses(...next)).toEqual(Array(10).fill(200));
  });
  it('gives nothing when the session ends in the same moment', async () => {
    const token = await newToken();
    await api.db.client.query('begin');
    await sessionOf('revoked_at', token);
    const answer = refresh(token);
    await until(async () => {
      const { rows } = await api.db.client.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await api.db.client.query('commit');
    expect((await answer).status).toBe(401);
  });

  it.each([
    ['made up', async () => 'x'.repeat(43)],
    ['empty-handed', async () => ' '],
    [
      'unused for 14 days',
      async () => {
        const token = await newToken();
        await age(token, 'expires_at', '14 days');
        return token;
      },
    ],
    [
      'of a session that is 90 days old',
      async () => {
        const token = await newToken();
        await sessionOf('expires_at', token);
        return token;
      },
    ],
    [
      'of somebody whose account was closed',
      async () => {
        const ada = await makeUser(api);
        await api.db.client.query('update users set is_active = false where id = $1', [ada.id]);
        return (await openSession(api, ada)).refreshToken;
      },
    ],
  ])('401 for a token that is %s', async (_, make) => {
    const { status, body } = await refresh(await make());
    expect([status, body.type]).toEqual([401, '/problems/session-ended']);
  });
  it('401 without any token', async () => expect((await api.post('/api/auth/refresh/')).status).toBe(401));
  it.each([[''], [null], [123], [['x']], ['x'.repeat(201)]])('400 for %j', async (refresh_token) => {
    const { status, body } = await api.post('/api/auth/refresh/', { refresh_token });
    expect([status, body.errors[0].pointer]).toEqual([400, '/refresh_token']);
  });
  it('401 for an access token in its place', async () => {
    const { token } = await openSession(api, await makeUser(api));
    expect([400, 401]).toContain((await refresh(token)).status);
  });
});

describe('POST /api/auth/logout/', () => {
  it('ends access and refresh token at once', async () => {
    const { refreshToken, token } = await openSession(api, await makeUser(api));
    expect((await api.as({ token }).post('/api/auth/logout/')).status).toBe(204);
    expect((await api.as({ token }).get('/api/auth/me/')).status).toBe(401);
    expect(await statuses(refreshToken)).toEqual([401]);
  });
  it('leaves the other sessions of the person alone', async () => {
    const ada = await makeUser(api);
    const [one, other] = [await openSession(api, ada), await openSession(api, ada)];
    await api.as(one).post('/api/auth/logout/');
    expect((await api.as(other).get('/api/auth/me/')).status).toBe(200);
  });
  it('401 without a token', async () => expect((await api.post('/api/auth/logout/')).status).toBe(401));
});
