import { randomUUID } from 'node:crypto';
import type { AdminUser, AdminUserDetail, InviteUserRequest } from '@ticketing/contracts';
import { expectProblem } from '../../test/expect-problem.js';
import { type Mailbox, makeMailbox, tokenIn } from '../../test/mailbox.js';
import {
  makeAdmin,
  makeRegistered,
  makeTicket,
  makeUser,
  openSession,
  PASSWORD,
  type Person,
} from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let mailbox: Mailbox;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  mailbox = await makeMailbox();
  api = await startApi({ DATA_DIR: mailbox.directory });
  [ada, bob] = await Promise.all([
    makeUser(api, { first: 'Ada', last: 'Lovelace' }),
    makeAdmin(api, { first: 'Bob', last: 'Yates' }),
  ]);
});
afterAll(async () => {
  await api.stop();
  await mailbox.remove();
});

const PATH = '/api/admin/users/';
const of = (person: { id: number }) => `${PATH}${person.id}/`;
const detail = async (person: { id: number }): Promise<AdminUserDetail> =>
  (await api.as(bob).get(of(person))).body;
const history = async (person: { id: number }) =>
  (await api.as(bob).get(`/api/admin/audit_log/?model=users&object=${person.id}`)).body.results;
const address = () => `${randomUUID()}@example.com`;
const bodyFor = (email = address()): InviteUserRequest => ({ email, first_name: 'Ida', last_name: 'Rhodes' });
const invite = (fields: object = {}, headers = {}) =>
  api.as(bob).post(PATH, { ...bodyFor(), ...fields }, headers);
const patch = (person: { id: number }, body: object, by = bob, headers = {}) =>
  api.as(by).patch(of(person), body, headers);
const login = (email: string, password: string) => api.post('/api/auth/login/', { email, password });

describe('GET /api/admin/users/', () => {
  const list = async (query: string): Promise<AdminUser[]> =>
    (await api.as(bob).get(`${PATH}?limit=100&${query}`)).body.results;
  const names = async (query: string) => (await list(query)).map(({ name }) => name);

  it('shows everybody with their accounts, by name', async () => {
    const { results, next_cursor } = (await api.as(bob).get(PATH)).body;
    expect(results[0]).toEqual({
      id: ada.id,
      name: 'Ada Lovelace',
      first_name: 'Ada',
      last_name: 'Lovelace',
      role: 'user',
      avatar: null,
      email: ada.email,
      is_active: true,
      is_email_verified: false,
      has_two_factor: false,
      is_invited: false,
      version: 1,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    expect([results.length, next_cursor]).toEqual([2, null]);
  });
  it.each([
    ['LOVE', ['Ada Lovelace']],
    ['a love', ['Ada Lovelace']],
    ['lo', ['Ada Lovelace']],
    ['ve', []],
    ['b', ['Bob Yates']],
    ['%', []],
    ['_d_', []],
    ['nobody', []],
  ])('finds %j in names', async (q, found) =>
    expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(found),
  );
  it('finds part of an address', async () =>
    expect(await names(`q=${ada.email.slice(9, 20).toUpperCase()}`)).toEqual(['Ada Lovelace']));
  it('filters by role, activity, verification and two-factor sign-in, together', async () => {
    const cleo = await makeUser(api, { first: 'Cleo', last: 'Z' });
    await api.db.client.query(
      'update users set is_active = false, email_verified_at = now(), totp_confirmed_at = now() where id = $1',
      [cleo.id],
    );
    for (const query of ['is_active=false', 'is_email_verified=true', 'has_two_factor=true']) {
      expect(await names(query)).toEqual(['Cleo Z']);
    }
    expect(await names('role=admin')).toEqual(['Bob Yates']);
    expect(await names('role=user&is_active=true&is_email_verified=false&q=ada')).toEqual(['Ada Lovelace']);
    expect(await names('role=admin&is_active=false')).toEqual([]);
  });
  it('filters by when an account was made, from then on and before', async () => {
    const { created_at: moment } = await detail(bob);
    const [since, before] = [`created_after=${moment}`, `created_before=${moment}`];
    expect(await names(since)).toContain('Bob Yates');
    expect(await names(before)).not.toContain('Bob Yates');
  });
  it.each(['name', '-name', 'created_at', '-created_at'])('in pages by %s, each once', async (sort) => {
    const all = await list(`sort=${sort}`);
    expect(all.length).toBeGreaterThan(2);
    const key = sort.replace('-', '') as 'name';
    const keys = all.map((user) => user[key]);
    expect(keys).toEqual(sort.startsWith('-') ? keys.toSorted().toReversed() : keys.toSorted());
    const paged = await walk<AdminUser>(api.as(bob), `${PATH}?sort=${sort}&limit=1`);
    expect(idsOf(paged)).toEqual(all.map(({ id }) => id));
  });
  it('goes on behind the longest names that there can be', async () => {
    const [first, last] = ['\u{1F600}'.repeat(80), '\u{1F680}'.repeat(80)];
    const people = [await makeUser(api, { first, last }), await makeUser(api, { first, last })];
    const found = await walk<AdminUser>(api.as(bob), `${PATH}?q=${encodeURIComponent(first)}&limit=1`);
    expect(idsOf(found)).toEqual(people.map(({ id }) => id));
  });
  it.each(['role=king', 'is_active=maybe', 'sort=email', 'limit=0', 'cursor=x', 'created_after=1'])(
    '400 for ?%s',
    async (query) => expectProblem(await api.as(bob).get(`${PATH}?${query}`), 400),
  );
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.get(PATH), 401);
    expectProblem(await api.as(ada).get(PATH), 403);
  });
});

describe('GET /api/admin/users/export/', () => {
  it('has those whom the filters leave, in the order of the list', async () => {
    const { body } = await api.as(bob).get(`${PATH}export/?q=Lovelace`);
    const { created_at, updated_at } = await detail(ada);
    expect(body).toBe(
      'Id,First name,Last name,E-mail,Role,Active,E-mail verified,Two-factor,Invited,Created,Changed\r\n' +
        `${ada.id},Ada,Lovelace,${ada.email},user,true,false,false,false,${created_at},${updated_at}\r\n`,
    );
  });
  it('400, 401, 403', async () => {
    expectProblem(await api.as(bob).get(`${PATH}export/?role=king`), 400);
    expectProblem(await api.get(`${PATH}export/`), 401);
    expectProblem(await api.as(ada).get(`${PATH}export/`), 403);
  });
});

describe('POST /api/admin/users/', () => {
  it('makes an account and mails a link; with the password chosen they are in, and verified', async () => {
    const { status, body, headers } = await invite({ role: 'admin' });
    expect([status, headers['etag']]).toEqual([201, `"${body.version}"`]);
    expect(body).toMatchObject({
      role: 'admin',
      is_active: true,
      is_invited: true,
      is_email_verified: false,
    });
    const mails = await mailbox.mailsTo(api, body.email);
    expect(mails[0]).toContain('You have an account');
    const token = tokenIn(mails, 'reset-password');
    await api.post('/api/auth/reset_password/', { token, new_password: PASSWORD });
    expect((await login(body.email, PASSWORD)).body.user.role).toBe('admin');
    expect(await detail(body)).toMatchObject({ is_invited: false, is_email_verified: true });
    await patch(body, { role: 'user' });
  });
  it('keeps who invited whom', async () => {
    const { body } = await invite();
    expect(await history(body)).toMatchObject([
      { type: 'user.invited', actor: { id: bob.id }, object: { title: 'Ida Rhodes' } },
    ]);
  });
  it('makes one account of the same request with the same key, and mails once', async () => {
    const [email, headers] = [address(), { 'idempotency-key': randomUUID() }];
    const answers = await Promise.all([invite({ email }, headers), invite({ email }, headers)]);
    const again = await invite({ email }, headers);
    expect(again.body.id).toBe(answers.find(({ status }) => status === 201)!.body.id);
    expect(await mailbox.mailsTo(api, email)).toHaveLength(1);
  });
  it('409 when the address is taken, however it is written, and no mail', async () => {
    const answer = await invite({ email: ada.email.toUpperCase() });
    expectProblem(answer, 409);
    expect([answer.body.type, answer.body.errors[0].pointer]).toEqual(['/problems/email-taken', '/email']);
    expect(await mailbox.mailsTo(api, ada.email.toUpperCase())).toEqual([]);
  });
  it.each([
    [{ email: 'nobody' }, '/email'],
    [{ first_name: '' }, '/first_name'],
    [{ last_name: 'x'.repeat(300) }, '/last_name'],
    [{ role: 'king' }, '/role'],
    [{ role: null }, '/role'],
  ])('400 for %j', async (fields, pointer) => {
    const answer = await invite(fields);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
  it('401 for nobody, 403 for users', async () => {
    expectProblem(await api.post(PATH, bodyFor()), 401);
    expectProblem(await api.as(ada).post(PATH, bodyFor()), 403);
  });
});

describe('GET /api/admin/users/{id}/', () => {
  it('shows what hangs on the account', async () => {
    const eve = await makeUser(api);
    await makeTicket(api, eve);
    const { id } = await makeTicket(api, eve);
    await api.as(bob).patch(`/api/tickets/${id}/`, { assigned_to: bob.id });
    expect(await detail(eve)).toMatchObject({
      session_count: 1,
      last_seen_at: expect.stringMatching(/Z$/),
      active_tickets: 2,
      assigned_tickets: 0,
    });
    await api.as(bob).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved' });
    expect([(await detail(eve)).active_tickets, (await detail(bob)).assigned_tickets]).toEqual([1, 0]);
  });
  it('401, 403, 404', async () => {
    expectProblem(await api.get(of(ada)), 401);
    expectProblem(await api.as(ada).get(of(ada)), 403);
    expectProblem(await api.as(bob).get(`${PATH}2000000000/`), 404);
    expectProblem(await api.as(bob).get(`${PATH}x/`), 404);
  });
});

describe('PATCH /api/admin/users/{id}/', () => {
  it('changes names and rights; both are in the audit log with old and new values', async () => {
    const eve = await makeUser(api, { first: 'Eve', last: 'Old' });
    const { status, body } = await patch(eve, { last_name: 'New', role: 'admin' });
    expect([status, body.name, body.role, body.version]).toEqual([200, 'Eve New', 'admin', 2]);
    const changes = (await history(eve)).flatMap((entry: { changes: object[] }) => entry.changes);
    expect(changes).toEqual([
      { field: 'role', from: 'user', to: 'admin' },
      { field: 'last_name', from: 'Old', to: 'New' },
    ]);
    await patch(eve, { role: 'user' });
  });
  it('changes nothing, and no version, when nothing is different', async () => {
    const eve = await makeUser(api, { first: 'Eve', last: 'X' });
    expect((await patch(eve, { first_name: 'Eve', role: 'user' })).body.version).toBe(1);
    expect(await history(eve)).toEqual([]);
  });
  it('of two who change the same version, the second is told', async () => {
    const eve = await makeUser(api);
    const headers = { 'if-match': `"${(await detail(eve)).version}"` };
    const answers = await Promise.all(
      ['One', 'Two'].map((first_name) => patch(eve, { first_name }, bob, headers)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
  it('shuts out at once, and whoever is let in again has to sign in', async () => {
    const eve = await makeRegistered(api);
    const me = async () => (await api.as(eve).get('/api/auth/me/')).status;
    await patch(eve, { is_active: false });
    expect([await me(), (await login(eve.email, PASSWORD)).status]).toEqual([401, 401]);
    await patch(eve, { is_active: true });
    expect([await me(), (await login(eve.email, PASSWORD)).status]).toEqual([401, 200]);
  });
  it.each([[{ role: 'king' }], [{ is_active: null }], [{ email: 'x' }], [{ first_name: '' }]])(
    '400 for %j',
    async (body) => expectProblem(await patch(ada, body), 400),
  );
  it('401, 403, 404', async () => {
    expectProblem(await api.patch(of(ada), {}), 401);
    expectProblem(await patch(ada, { role: 'admin' }, ada), 403);
    expectProblem(await patch({ id: 2_000_000_000 }, {}), 404);
  });
});

describe('another address', () => {
  it('has to be verified by the link mailed to it; the old one is told, and opens nothing any more', async () => {
    const eve = await makeRegistered(api);
    await api.post('/api/auth/forgot_password/', { email: eve.email });
    const old = tokenIn(await mailbox.mailsTo(api, eve.email), 'reset-password');
    const email = address();
    const { body } = await patch(eve, { email });
    expect([body.email, body.is_email_verified]).toEqual([email, false]);
    const token = tokenIn(await mailbox.mailsTo(api, email), 'verify-email');
    const told = (await mailbox.mailsTo(api, eve.email)).at(-1)!;
    expect(told).toContain('Your account has another e-mail address');
    expect(told).not.toContain(email);
    expectProblem(await api.post('/api/auth/reset_password/', { token: old, new_password: PASSWORD }), 400);
    await api.post('/api/auth/verify_email/', { token });
    expect((await detail(eve)).is_email_verified).toBe(true);
    expect((await login(email, PASSWORD)).status).toBe(200);
    expect((await history(eve))[0]).toMatchObject({
      type: 'user.email_changed',
      changes: [{ field: 'email', from: eve.email, to: email }],
    });
  });
  it('is told to the old one also when admins gave it to themselves: it may have been a session left open', async () => {
    const eve = await makeAdmin(api);
    expect((await patch(eve, { email: address() }, eve)).status).toBe(200);
    expect((await mailbox.mailsTo(api, eve.email)).at(-1)).toContain('another e-mail address');
    await patch(eve, { role: 'user' });
  });
  it('gets the invitation of whoever was invited to a wrong one', async () => {
    const { body } = await invite();
    const email = address();
    await patch(body, { email });
    expect(tokenIn(await mailbox.mailsTo(api, email), 'reset-password')).toBeTruthy();
  });
  it('that only looks different is the same: verified, and no mail', async () => {
    const eve = await makeUser(api);
    await api.db.client.query('update users set email_verified_at = now() where id = $1', [eve.id]);
    const email = eve.email.toUpperCase();
    expect((await patch(eve, { email })).body).toMatchObject({ email, is_email_verified: true });
    expect(await mailbox.mailsTo(api, email)).toEqual([]);
    expect(await mailbox.mailsTo(api, eve.email)).toEqual([]);
  });
  it('409 when somebody has it, and nothing is changed', async () => {
    const eve = await makeUser(api, { first: 'Eve', last: 'X' });
    const answer = await patch(eve, { email: ada.email, first_name: 'Other' });
    expectProblem(answer, 409);
    expect(answer.body.errors[0].pointer).toBe('/email');
    expect(await detail(eve)).toMatchObject({ email: eve.email, first_name: 'Eve', version: 1 });
  });
  it('429 after three in an hour, and nothing is changed', async () => {
    const eve = await makeUser(api);
    for (let i = 0; i < 3; i++) expect((await patch(eve, { email: address() })).status).toBe(200);
    const { email } = await detail(eve);
    expectProblem(await patch(eve, { email: address() }), 429);
    expect((await detail(eve)).email).toBe(email);
  });
});

describe('nobody locks the product', () => {
  it.each([[{ role: 'user' }], [{ is_active: false }]])('409 for %j to oneself', async (body) => {
    const answer = await patch(bob, body);
    expectProblem(answer, 409);
    expect(answer.body.type).toBe('/problems/own-account');
    expect((await patch(bob, { first_name: 'Bob', role: 'admin' })).status).toBe(200);
  });
  it('of two admins who take the rights of each other at the same moment, one stays', async () => {
    for (let round = 0; round < 3; round++) {
      const cleo = await makeAdmin(api);
      const answers = await Promise.all([
        patch(cleo, { role: 'user' }, bob),
        patch(bob, { is_active: false }, cleo),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      await api.db.client.query(
        `update users set role = case id when $1 then 'admin' else 'user' end, is_active = true where id in ($1, $2)`,
        [bob.id, cleo.id],
      );
      bob = { ...bob, token: (await openSession(api, bob)).token };
    }
  });
  it('an admin who was invited and never came does not count', async () => {
    const { body } = await invite({ role: 'admin' });
    const answer = await api.as(bob).patch(`/api/users/${bob.id}/`, { role: 'user' });
    expectProblem(answer, 409);
    expect(answer.body.type).toBe('/problems/last-admin');
    await patch(body, { role: 'user' });
  });
});
