import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { DownloadTokens } from './download-tokens.js';

const EXPORT = '/api/admin/tickets/export/?category=billing';

let api: TestApi;
let ada: Person;
let root: Person;
beforeAll(async () => {
  api = await startApi();
  [ada, root] = [await makeUser(api), await makeAdmin(api)];
  await makeTicket(api, ada, { title: 'Wrong invoice', category: 'billing' });
  await makeTicket(api, ada, { category: 'bug' });
});
afterAll(() => api.stop());

const ask = (path: unknown, who = root) => api.as(who).post('/api/admin/downloads/', { path });
const linkOf = async (who = root): Promise<string> => (await ask(EXPORT, who)).body.url;

describe('POST /api/admin/downloads/', () => {
  it('gives a link for a minute that says nothing of what it is for', async () => {
    const { status, body } = await ask(EXPORT);
    expect(status).toBe(200);
    expect(body.url).toMatch(/^\/api\/downloads\/[\w-]+\/$/);
    expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(Buffer.from(body.url, 'base64url').toString('latin1')).not.toContain('billing');
  });
  it.each([
    '/api/admin/tickets/',
    '/api/tickets/',
    '/api/admin/tickets/1/',
    '/api/admin/tickets/export/../',
    'https://example.com/api/admin/tickets/export/',
    '//example.com/api/admin/tickets/export/',
    'export',
  ])('400 for %s, which is no export', async (path) => {
    const answer = await ask(path);
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/path');
  });
  it('400 for filters that the export itself refuses', async () =>
    expectProblem(await ask('/api/admin/tickets/export/?status=gone'), 400));
  it('401 for nobody, 403 for a user', async () => {
    expectProblem(await api.post('/api/admin/downloads/', { path: EXPORT }), 401);
    expectProblem(await ask(EXPORT, ada), 403);
  });
});

describe('GET /api/downloads/{token}/', () => {
  it('is the file, without a token of the session, and leaves no address to other sites', async () => {
    const { status, headers, body } = await api.get(await linkOf());
    expect([status, headers['content-type'], headers['referrer-policy'], headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-referrer',
      'no-store',
    ]);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="tickets-/);
    expect(body).toContain('Wrong invoice');
    expect(body).not.toContain('Printer on fire');
  });
  it('is good once, whoever comes at the same time', async () => {
    const link = await linkOf();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => api.get(link)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404, 404]);
  });
  it('is not used up by who only looks at its head', async () => {
    const link = await linkOf();
    expect((await api.head(link)).status).toBe(200);
    expect((await api.get(link)).status).toBe(200);
  });
  it.each(['made-up', 'A', 'A'.repeat(200), '%00'])('404 for %s', async (token) =>
    expect([400, 404]).toContain((await api.get(`/api/downloads/${token}/`)).status),
  );
  it('404 for one that was changed by a letter', async () => {
    const link = await linkOf();
    const other = link.at(40) === 'A' ? 'B' : 'A';
    expectProblem(await api.get(`${link.slice(0, 40)}${other}${link.slice(41)}`), 404);
  });
  it('404 after its minute', async () => {
    const right = { id: crypto.randomUUID(), sessionId: root.sessionId, path: EXPORT };
    const token = api.app.get(DownloadTokens).tokenFor({ ...right, until: new Date(Date.now() - 1) });
    expectProblem(await api.get(`/api/downloads/${token}/`), 404);
  });
  it('404 once the session has ended', async () => {
    const bob = await makeAdmin(api);
    const link = await linkOf(bob);
    await api.as(bob).post('/api/auth/logout/');
    expectProblem(await api.get(link), 404);
  });
  it.each(['role', 'is_active'])('404 once the person lost their rights: %s', async (field) => {
    const bob = await makeAdmin(api);
    const link = await linkOf(bob);
    await api
      .as(root)
      .patch(`/api/users/${bob.id}/`, field === 'role' ? { role: 'user' } : { is_active: false });
    expectProblem(await api.get(link), 404);
  });
});

describe('where admins must have two-factor sign-in', () => {
  let strict: TestApi;
  beforeAll(async () => {
    strict = await startApi({ REQUIRE_ADMIN_TWO_FACTOR: 'true' });
  });
  afterAll(() => strict.stop());

  it('a link of somebody who has not is good for nothing', async () => {
    const bob = await makeAdmin(strict);
    const right = { id: crypto.randomUUID(), sessionId: bob.sessionId, path: EXPORT };
    const until = new Date(Date.now() + 60_000);
    const token = strict.app.get(DownloadTokens).tokenFor({ ...right, until });
    expectProblem(await strict.get(`/api/downloads/${token}/`), 404);
  });
});
