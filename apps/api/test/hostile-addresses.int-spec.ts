import { expectProblem } from './expect-problem.js';
import { fingerprint } from './fingerprint.js';
import { makeAdmin, makeTicket, type Person } from './make.js';
import { routesOf } from './routes.js';
import { startApi, type TestApi } from './start-api.js';

let api: TestApi;
let admin: Person;
beforeAll(async () => {
  api = await startApi();
  admin = await makeAdmin(api);
  await makeTicket(api, admin);
});
afterAll(() => api.stop());

const ticketRoutes = () => routesOf(api).filter(({ path }) => path.includes(':id'));
const listRoutes = () =>
  routesOf(api).filter(({ method, path }) => method === 'GET' && /^\/api\/(tickets|users)/.test(path));

describe('an id that nobody has', () => {
  it.each([
    '0',
    '-1',
    '01',
    '1.0',
    '1e0',
    '0x1',
    '+1',
    '%201',
    '1%0A',
    '2147483648',
    '9'.repeat(20),
    '9'.repeat(300),
    '9'.repeat(5_000),
    '%00',
    '1%00',
    '%31',
    '%zz',
    '%E0%A4%A',
    "1'%20or%201=1",
    '1;drop%20table%20tickets',
    '٣',
    '%F0%9F%98%80',
    '__proto__',
    'constructor',
    '..%2f1',
    'undefined',
    'null',
    'NaN',
  ])('is 404 on every route of a ticket, and nothing is stored: %s', async (id) => {
    const before = await fingerprint(api);
    const body = { title: 'Printer', status: 'closed', content: 'x' };
    for (const { method, path } of ticketRoutes()) {
      // %31 is another way of writing 1, which exists
      const address = path.replace(':id', encodeURI(id === '%31' ? '%2531' : decodable(id)));
      const send = api.as(admin)[method.toLowerCase() as 'post'];
      expectProblem(await send(address, method === 'GET' || method === 'DELETE' ? undefined : body), 404);
    }
    expect(await fingerprint(api)).toBe(before);
  });
});

describe('a query of hostility', () => {
  it.each([
    'q=%00',
    'q=%ED%A0%80',
    `q=${'x'.repeat(10_000)}`,
    'q[]=x&q[$ne]=1',
    'q=a&q=b',
    'limit=1e308',
    'limit=-0',
    'limit=NaN',
    'limit=1&limit=2',
    'limit=%F0%9F%98%80',
    '__proto__=1&constructor=2&prototype=3&toString=4',
    '__proto__[limit]=1',
    'cursor=%00',
    `cursor=${'A'.repeat(5_000)}`,
    'cursor=e30.e30',
    'cursor=..',
    'assigned_to=99999999999',
    'user=-1',
    'created_after=0000-00-00',
    'created_after=-000001-01-01T00:00:00Z',
    'created_before=9999-12-31T23:59:59.999999-23:59',
    'updated_after=0000-01-01',
    Array(2_000).fill('status=open').join('&'),
    Array(2_000).fill('priority=low').join('&'),
    Array.from({ length: 3_000 }, (_, i) => `x${i}=1`).join('&'),
    'sort=id;select',
    "sort=id'--",
    '%',
    '&&==&=',
  ])('gets an answer that is no failure from every list: %#', async (query) => {
    for (const { path } of listRoutes()) {
      const answer = await api.as(admin).get(`${path.replace(':id', '1')}?${query}`);
      if (answer.status !== 200) expectProblem(answer, 400);
    }
  });
});

describe('headers of hostility', () => {
  it.each<[string, Record<string, string>, number[]]>([
    ['an If-Match of 8,000 letters', { 'if-match': 'x'.repeat(8_000) }, [400]],
    ['an If-Match that names a huge version', { 'if-match': '"9999999999"' }, [412]],
    ['a cookie that is none', { cookie: ';;==%zz; refresh=%zz' }, [200]],
    ['a foreign request id', { 'x-request-id': 'a\tb' }, [200]],
    ['a made-up client address', { 'x-forwarded-for': "unknown, ' or 1=1" }, [200]],
    ['another host', { host: 'evil.example' }, [200]],
    ['another method', { 'x-http-method-override': 'DELETE' }, [200]],
  ])('%s', async (_, headers, statuses) => {
    const { id } = await makeTicket(api, admin);
    const answer = await api.as(admin).patch(`/api/tickets/${id}/`, { title: 'New title' }, headers);
    expect(statuses).toContain(answer.status);
    if (answer.status >= 400) expectProblem(answer);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
  it.each([
    'Bearer',
    'Bearer  ',
    'Bearer a.b.c',
    `Bearer ${'x'.repeat(8_000)}`,
    'bearer null',
    'Bearer [object Object]',
  ])('401 for the authorization %#', async (authorization) =>
    expectProblem(await api.get('/api/tickets/', undefined, { authorization }), 401),
  );
});

it.each(['PUT', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL'] as const)(
  '404 for the method %s',
  async (method) => {
    const response = await api.app.inject({ method: method as 'PUT', url: '/api/tickets/' });
    expect(response.statusCode).toBe(404);
  },
);

/** Keeps what is encoded already from being encoded twice. */
function decodable(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
