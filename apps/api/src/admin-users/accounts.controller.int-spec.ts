import { randomUUID } from 'node:crypto';
import type { SessionInfo } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { type Mailbox, makeMailbox, tokenIn } from '../../test/mailbox.js';
import { makeAdmin, makeRegistered, makeUser, openSession, PASSWORD, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let mailbox: Mailbox;
let bob: Person;
beforeAll(async () => {
  mailbox = await makeMailbox();
  api = await startApi({ DATA_DIR: mailbox.directory });
  bob = await makeAdmin(api);
});
afterAll(async () => {
  await api.stop();
  await mailbox.remove();
});

const pathOf = ({ id }: { id: number }, what: string) => `/api/admin/users/${id}/${what}/`;
const newestEntry = async ({ id }: Person) =>
  (await api.as(bob).get(`/api/admin/audit_log/?model=users&object=${id}`)).body.results[0];
const me = async (session: { token: string }) => (await api.as(session).get('/api/auth/me/')).status;
const set = (person: Person, what: string) =>
  api.db.client.query(`update users set ${what} where id = $1`, [person.id]);

describe('POST /api/admin/users/{id}/reset_password/', () => {
  const reset = (person: { id: number }, by = bob) => api.as(by).post(pathOf(person, 'reset_password'));

  it('mails a link; the password stays good until another one is chosen', async () => {
    const ada = await makeRegistered(api);
    expect((await reset(ada)).status).toBe(202);
    const token = tokenIn(await mailbox.mailsTo(api, ada.email), 'reset-password');
    const login = (password: string) => api.post('/api/auth/login/', { email: ada.email, password });
    expect((await login(PASSWORD)).status).toBe(200);
    await api.post('/api/auth/reset_password/', { token, new_password: 'a quite different password' });
    expect((await login(PASSWORD)).status).toBe(401);
  });
  it('is the invitation again for whoever was invited', async () => {
    const body = { email: `${randomUUID()}@example.com`, first_name: 'Ida', last_name: 'Rhodes' };
    const { id } = (await api.as(bob).post('/api/admin/users/', body)).body;
    await reset({ id });
    const mails = await mailbox.mailsTo(api, body.email);
    expect(mails.map((mail) => mail.includes('You have an account'))).toEqual([true, true]);
  });
  it('keeps who asked for it', async () => {
    const ada = await makeUser(api);
    await reset(ada);
    expect(await newestEntry(ada)).toMatchObject({
      type: 'user.password_reset_sent',
      actor: { id: bob.id },
    });
  });
  it('429 after three mails in an hour: nobody is told that one was sent', async () => {
    const ada = await makeUser(api);
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await reset(ada)).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    expect(await mailbox.mailsTo(api, ada.email)).toHaveLength(3);
  });
  it('409 for somebody who is shut out', async () => {
    const ada = await makeUser(api);
    await set(ada, 'is_active = false');
    expectProblem(await reset(ada), 409);
  });
  it('401, 403, 404', async () => {
    const ada = await makeUser(api);
    expectProblem(await api.post(pathOf(ada, 'reset_password')), 401);
    expectProblem(await reset(ada, ada), 403);
    expectProblem(await reset({ id: 2_000_000_000 }), 404);
  });
});

describe('POST /api/admin/users/{id}/disable_two_factor/', () => {
  const disable = (person: { id: number }, by = bob) => api.as(by).post(pathOf(person, 'disable_two_factor'));
  const withTwoFactor = async () => {
    const ada = await makeRegistered(api);
    await set(ada, `totp_confirmed_at = now(), totp_seed = 'x'`);
    return ada;
  };

  it('lets them in with the password alone, ends nothing else, and tells them', async () => {
    const ada = await withTwoFactor();
    expect((await disable(ada)).status).toBe(204);
    expect(await me(ada)).toBe(200);
    expect((await api.post('/api/auth/login/', { email: ada.email, password: PASSWORD })).status).toBe(200);
    expect((await mailbox.mailsTo(api, ada.email)).at(-1)).toContain('Two-factor sign-in was switched off');
    expect(await newestEntry(ada)).toMatchObject({ type: 'user.two_factor_disabled', actor: { id: bob.id } });
  });
  it('409 when it is off, and for the own account: that asks for the password', async () => {
    expectProblem(await disable(await makeUser(api)), 409);
    const cleo = await makeAdmin(api);
    await set(cleo, 'totp_confirmed_at = now()');
    const answer = await disable(cleo, cleo);
    expectProblem(answer, 409);
    expect(answer.body.type).toBe('/problems/own-account');
  });
  it('401, 403, 404', async () => {
    const ada = await withTwoFactor();
    expectProblem(await api.post(pathOf(ada, 'disable_two_factor')), 401);
    expectProblem(await disable(ada, ada), 403);
    expectProblem(await disable({ id: 2_000_000_000 }), 404);
  });
});

describe('the sessions of a person', () => {
  const sessions = async (person: Person): Promise<SessionInfo[]> =>
    (await api.as(bob).get(pathOf(person, 'sessions'))).body.results;

  it('are listed, last used first; the one of who asks is marked', async () => {
    const ada = await makeUser(api);
    await openSession(api, ada);
    expect((await sessions(ada)).map(({ is_current }) => is_current)).toEqual([false, false]);
    expect((await sessions(bob)).map(({ is_current }) => is_current)).toEqual([true]);
  });
  it('end one by one, at once', async () => {
    const ada = await makeUser(api);
    const other = await openSession(api, ada);
    expect(await me(ada)).toBe(200);
    expect((await api.as(bob).delete(pathOf(ada, `sessions/${ada.sessionId}`))).status).toBe(204);
    expect([await me(ada), await me(other)]).toEqual([401, 200]);
    expect(await newestEntry(ada)).toMatchObject({ type: 'user.session_ended', actor: { id: bob.id } });
    expectProblem(await api.as(bob).delete(pathOf(ada, `sessions/${ada.sessionId}`)), 404);
  });
  it('end all together, and cannot be refreshed', async () => {
    const ada = await makeUser(api);
    const other = await openSession(api, ada);
    expect((await api.as(bob).delete(pathOf(ada, 'sessions'))).status).toBe(204);
    expect([await me(ada), await me(other)]).toEqual([401, 401]);
    expect((await api.post('/api/auth/refresh/', { refresh_token: other.refreshToken })).status).toBe(401);
    expect(await sessions(ada)).toEqual([]);
    expect(await newestEntry(ada)).toMatchObject({ type: 'user.sessions_ended' });
  });
  it('of somebody else are not ended by this address', async () => {
    const [ada, eve] = [await makeUser(api), await makeUser(api)];
    expectProblem(await api.as(bob).delete(pathOf(ada, `sessions/${eve.sessionId}`)), 404);
    expectProblem(await api.as(bob).delete(pathOf(ada, 'sessions/x')), 404);
    expect(await me(eve)).toBe(200);
  });
  it.each(['get', 'delete'] as const)('%s: 401, 403, 404', async (method) => {
    const ada = await makeUser(api);
    const path = pathOf(ada, 'sessions');
    expectProblem(await api[method](path), 401);
    expectProblem(await api.as(ada)[method](path), 403);
    expectProblem(await api.as(bob)[method](pathOf({ id: 2_000_000_000 }, 'sessions')), 404);
  });
});
