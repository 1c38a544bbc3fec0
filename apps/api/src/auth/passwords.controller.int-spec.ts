import { type Mailbox, makeMailbox, tokenIn } from '../../test/mailbox.js';
import { makeRegistered, PASSWORD, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

const NEW = 'a quite different password';
let api: TestApi;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await makeMailbox();
  api = await startApi({ DATA_DIR: mailbox.directory });
});
afterAll(async () => {
  await api.stop();
  await mailbox.remove();
});

const login = (email: string, password: string) => api.post('/api/auth/login/', { email, password });
const me = async (person: Person) => (await api.as(person).get('/api/auth/me/')).status;
const forgot = (email: string) => api.post('/api/auth/forgot_password/', { email });
const reset = (token: string, new_password = NEW) =>
  api.post('/api/auth/reset_password/', { token, new_password });
const resetMails = async (email: string) =>
  (await mailbox.mailsTo(api, email)).filter((mail) => mail.includes('Subject: Set a new password'));

describe('POST /api/auth/change_password/', () => {
  const change = (person: Person, current_password: string, new_password = NEW) =>
    api.as(person).post('/api/auth/change_password/', { current_password, new_password });

  it('changes it, keeps this session and ends all others', async () => {
    const ada = await makeRegistered(api);
    const elsewhere = { ...ada, token: (await login(ada.email, PASSWORD)).body.access_token };
    expect((await change(ada, PASSWORD)).status).toBe(204);
    expect([await me(ada), await me(elsewhere)]).toEqual([200, 401]);
    expect((await login(ada.email, PASSWORD)).status).toBe(401);
    expect((await login(ada.email, NEW)).status).toBe(200);
  });
  it('400 without the current one', async () => {
    const { status, body } = await change(await makeRegistered(api), 'not the one');
    expect([status, body.errors[0].pointer]).toEqual([400, '/current_password']);
  });
  it.each(['password1', 'lovelace1', 'short'])('400 for the new password "%s"', async (bad) => {
    const { status, body } = await change(await makeRegistered(api), PASSWORD, bad);
    expect([status, body.errors[0].pointer]).toEqual([400, '/new_password']);
  });
  it('voids links that were mailed before', async () => {
    const ada = await makeRegistered(api);
    await forgot(ada.email);
    const token = tokenIn(await resetMails(ada.email), 'reset-password');
    await change(ada, PASSWORD);
    expect((await reset(token)).status).toBe(400);
  });
});

describe('a forgotten password', () => {
  it('is set anew with the mailed link, once; all sessions end', async () => {
    const ada = await makeRegistered(api);
    expect((await forgot(ada.email)).status).toBe(202);
    const token = tokenIn(await resetMails(ada.email), 'reset-password');
    expect((await reset(token)).status).toBe(204);
    expect(await me(ada)).toBe(401);
    expect((await login(ada.email, NEW)).status).toBe(200);
    expect((await reset(token)).status).toBe(400);
  });
  it('is answered the same for an address without account, and mails nothing', async () => {
    const [known, unknown] = [
      await forgot((await makeRegistered(api)).email),
      await forgot('nobody@example.com'),
    ];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(await mailbox.mailsTo(api, 'nobody@example.com')).toEqual([]);
  });
  it('is mailed to the address as typed at registration', async () => {
    const typed = `Ada.${Date.now()}@example.com`;
    await makeRegistered(api, typed);
    await forgot(typed.toLowerCase());
    expect(await resetMails(typed)).toHaveLength(1);
  });
  it('makes at most three mails an hour', async () => {
    const { email } = await makeRegistered(api);
    for (let i = 0; i < 5; i++) expect((await forgot(email)).status).toBe(202);
    expect(await resetMails(email)).toHaveLength(3);
  });
  it('keeps the link good when the new password is refused', async () => {
    const { email } = await makeRegistered(api);
    await forgot(email);
    const token = tokenIn(await resetMails(email), 'reset-password');
    expect((await reset(token, 'password1')).body.errors[0].pointer).toBe('/new_password');
    expect((await reset(token)).status).toBe(204);
  });
  it('is not set with a link older than an hour', async () => {
    const { email, id } = await makeRegistered(api);
    await forgot(email);
    const token = tokenIn(await resetMails(email), 'reset-password');
    await api.db.client.query(
      `update mail_tokens set created_at = now() - interval '61 minutes' where user_id = $1`,
      [id],
    );
    expect((await reset(token)).status).toBe(400);
  });
  it('is not set with a verification link, nor with a made-up or changed token', async () => {
    const { email } = await makeRegistered(api);
    const token = tokenIn(await mailbox.mailsTo(api, email), 'verify-email');
    const answers = [
      await reset(token),
      await reset(`${token}x`),
      await reset('x'),
      await reset(token.split('.')[0]!),
    ];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(
      Array(4).fill([400, '/problems/link-not-good']),
    );
  });
  it('is not set with the id of a good link and another signature: the database alone opens nothing', async () => {
    const { email } = await makeRegistered(api);
    await forgot(email);
    const token = tokenIn(await resetMails(email), 'reset-password');
    const [id] = token.split('.');
    for (const forged of [id!, `${id}.`, `${token}x`, `${id}.${'A'.repeat(43)}`]) {
      expect((await reset(forged)).body.type).toBe('/problems/link-not-good');
    }
    expect((await reset(token)).status).toBe(204);
  });
  it('of somebody inactive is neither mailed nor set', async () => {
    const { email, id } = await makeRegistered(api);
    await api.db.client.query('update users set is_active = false where id = $1', [id]);
    await forgot(email);
    expect(await resetMails(email)).toEqual([]);
  });
  it('leaves no token in the database: neither in links nor in events', async () => {
    const { email } = await makeRegistered(api);
    await forgot(email);
    const [, secret = ''] = tokenIn(await resetMails(email), 'reset-password').split('.');
    const { rows } = await api.db.client.query(
      `select (select json_agg(e) from events e)::text || (select json_agg(t) from mail_tokens t)::text as all`,
    );
    expect(rows[0].all).not.toContain(secret);
  });
});

describe('an e-mail address', () => {
  it('is verified by the link mailed at registration, once', async () => {
    const ada = await makeRegistered(api);
    const token = tokenIn(await mailbox.mailsTo(api, ada.email), 'verify-email');
    expect((await api.post('/api/auth/verify_email/', { token })).status).toBe(204);
    expect((await api.as(ada).get('/api/auth/me/')).body.is_email_verified).toBe(true);
    expect((await api.post('/api/auth/verify_email/', { token })).status).toBe(400);
  });
  it('gets the link again on request, not once it is verified', async () => {
    const ada = await makeRegistered(api);
    await api.as(ada).post('/api/auth/resend_verification/');
    const mails = await mailbox.mailsTo(api, ada.email);
    expect(mails).toHaveLength(2);
    await api.post('/api/auth/verify_email/', { token: tokenIn(mails, 'verify-email') });
    await api.as(ada).post('/api/auth/resend_verification/');
    expect(await mailbox.mailsTo(api, ada.email)).toHaveLength(2);
  });
  it('counts as verified after a reset: the mail arrived', async () => {
    const { email } = await makeRegistered(api);
    await forgot(email);
    await reset(tokenIn(await resetMails(email), 'reset-password'));
    expect((await login(email, NEW)).body.user.is_email_verified).toBe(true);
  });
});
