import { makeAdmin, makeTicket, type Person } from '../../../test/make.js';
import { writesOf } from '../../../test/routes.js';
import { startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let admin: Person;
let ticketId: number;
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_FACTOR: '1' });
  admin = await makeAdmin(api);
  ({ id: ticketId } = await makeTicket(api, admin));
});
afterAll(() => api.stop());

/** Requests that are allowed in the tightest window of a route. What is not here has the limit of all writes. */
const TIGHTER: Record<string, number> = {
  'POST /api/auth/register': 30,
  'POST /api/auth/login': 10,
  'POST /api/auth/refresh': 300,
  'POST /api/auth/forgot_password': 3,
  'POST /api/auth/resend_verification': 3,
  'POST /api/auth/reset_password': 60,
  'POST /api/auth/verify_email': 60,
  'POST /api/auth/change_password': 10,
  'POST /api/auth/two_factor/setup': 10,
  'POST /api/auth/two_factor/enable': 10,
  'POST /api/auth/two_factor/recovery_codes': 10,
  'POST /api/auth/two_factor/disable': 10,
  'POST /api/admin/users': 60,
  'POST /api/admin/users/:id/reset_password': 60,
  'POST /api/admin/users/:id/disable_two_factor': 60,
  'POST /api/admin/integrations/:id/test': 30,
  'POST /api/tickets/:id/jira_issues/refresh': 30,
  'POST /api/client_logs': 60,
  'POST /api/inbound/mail': 600,
  'POST /api/ratings/look_up': 60,
  'POST /api/ratings/by_link': 60,
};
const WRITES = 300;

it('every route that changes something says how often it may be asked, and counts', async () => {
  const expected: Record<string, number> = {};
  const told: Record<string, number> = {};
  for (const { method, path } of writesOf(api)) {
    if (path.endsWith('/logout')) continue; // ends the session that the others are asked with
    const name = `${method} ${path}`;
    const send = api.as(admin)[method.toLowerCase() as 'post'];
    // not the admin's own account, whose id a ticket may have
    const id = path.includes('/admin/users/') ? 2_000_000_000 : ticketId;
    const { headers } = await send(path.replace(':id', String(id)), { email: 'ada@example.com' });
    expected[name] = TIGHTER[name] ?? WRITES;
    told[name] = Number(headers['ratelimit-limit']);
    expect(Number(headers['ratelimit-remaining'])).toBeLessThan(told[name]);
  }
  expect(told).toEqual(expected);
  expect(Object.keys(told)).toEqual(expect.arrayContaining(Object.keys(TIGHTER)));
});

it('mails to one address are counted whoever asks for them, and refused before the account is looked for', async () => {
  const ask = () => api.post('/api/auth/forgot_password/', { email: 'nobody@example.com' });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await ask()).status);
  expect(statuses).toEqual([202, 202, 202, 429]);
});
