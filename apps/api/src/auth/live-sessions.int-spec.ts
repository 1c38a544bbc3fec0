import { makeAdmin, makeUser } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const PROMISE_MS = 5_000;

/** Waits until the person gets this status. @returns how long that took */
async function timeUntil(status: number, get: () => Promise<{ status: number }>): Promise<number> {
  const start = performance.now();
  await until(async () => (await get()).status === status);
  return performance.now() - start;
}

describe('within 5 s, whatever the process remembers,', () => {
  it('a closed account is signed out', async () => {
    const ada = await makeUser(api);
    expect((await api.as(ada).get('/api/auth/me/')).status).toBe(200);
    await api.db.client.query('update users set is_active = false where id = $1', [ada.id]);
    expect(await timeUntil(401, () => api.as(ada).get('/api/auth/me/'))).toBeLessThan(PROMISE_MS);
  });

  it('a demoted admin loses the rights of one', async () => {
    const bob = await makeAdmin(api);
    expect((await api.as(bob).get('/api/users/')).status).toBe(200);
    await api.db.client.query(`update users set role = 'user' where id = $1`, [bob.id]);
    expect(await timeUntil(403, () => api.as(bob).get('/api/users/'))).toBeLessThan(PROMISE_MS);
  });

  it('a session that ended in another process has ended here', async () => {
    const ada = await makeUser(api);
    expect((await api.as(ada).get('/api/auth/me/')).status).toBe(200);
    await api.db.client.query('update sessions set revoked_at = now() where id = $1', [ada.sessionId]);
    expect(await timeUntil(401, () => api.as(ada).get('/api/auth/me/'))).toBeLessThan(PROMISE_MS);
  });
});

it('a session ends when its time is over', async () => {
  const ada = await makeUser(api);
  await api.db.client.query('update sessions set expires_at = now() where id = $1', [ada.sessionId]);
  expect((await api.as(ada).get('/api/auth/me/')).status).toBe(401);
});
