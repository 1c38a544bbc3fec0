import { randomUUID } from 'node:crypto';
import { openApiDocument } from './platform/http/swagger.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../test/make.js';
import { routesOf } from '../test/routes.js';
import { type Requests, startApi, type TestApi } from '../test/start-api.js';

/** What each of them gets from each route, on a ticket of the requester. A route that is missing here fails. */
const TABLE = `
route                                   anonymous  requester  stranger  admin
GET    /api/health/live                 200        200        200       200
GET    /api/health/ready                200        200        200       200
GET    /api/docs                        200        200        200       200
GET    /api/docs/swagger-ui-init.js     200        200        200       200
GET    /api/docs/docs/swagger-ui-init.js 200       200        200       200
GET    /api/docs/index.html             200        200        200       200
GET    /api/docs/LICENSE                404        404        404       404
GET    /api/docs*                       200        200        200       200
GET    /api/docs-assets/purify.js       200        200        200       200
GET    /api/docs-assets/trusted-types.js 200       200        200       200
GET    /api/openapi.json                200        200        200       200
GET    /api/openapi.yaml                200        200        200       200
POST   /api/auth/register               201        201        201       201
POST   /api/auth/login                  401        401        401       401
POST   /api/auth/refresh                401        401        401       401
POST   /api/auth/logout                 401        204        204       204
GET    /api/auth/me                     401        200        200       200
PATCH  /api/auth/me                     401        200        200       200
GET    /api/auth/sessions               401        200        200       200
DELETE /api/auth/sessions/:id           401        404        404       404
POST   /api/auth/sessions/end_others    401        204        204       204
POST   /api/auth/change_password        401        400        400       400
POST   /api/auth/forgot_password        202        202        202       202
POST   /api/auth/reset_password         400        400        400       400
POST   /api/auth/verify_email           400        400        400       400
POST   /api/auth/resend_verification    401        202        202       202
POST   /api/auth/two_factor/setup       401        200        200       200
POST   /api/auth/two_factor/enable      401        409        409       409
POST   /api/auth/two_factor/recovery_codes 401     409        409       409
POST   /api/auth/two_factor/disable     401        400        400       400
PATCH  /api/users/:id                   401        403        403       404
POST   /api/client_logs                 204        204        204       204
GET    /api/live                        401        200        200       200
GET    /api/users                       401        403        403       200
POST   /api/inbound/mail                404        404        404       404
GET    /api/admin/quarantine            401        403        403       200
GET    /api/admin/quarantine/export     401        403        403       200
GET    /api/admin/quarantine/:id        401        403        403       404
GET    /api/admin/quarantine/:id/source 401        403        403       404
POST   /api/admin/quarantine/:id/accept 401        403        403       404
POST   /api/admin/quarantine/:id/discard 401       403        403       404
GET    /api/tickets                     401        200        200       200
POST   /api/tickets                     401        201        201       201
GET    /api/tickets/my_tickets          401        200        200       200
GET    /api/tickets/assigned_to_me      401        403        403       200
GET    /api/tickets/counts              401        200        200       200
GET    /api/tickets/stats              401        403        403       200
GET    /api/tickets/stats/agents       401        403        403       200
GET    /api/tickets/:id                 401        200        404       200
PATCH  /api/tickets/:id                 401        200        404       200
DELETE /api/tickets/:id                 401        403        403       204
PATCH  /api/tickets/:id/update_status   401        403        403       200
POST   /api/tickets/:id/close           401        200        404       403
POST   /api/tickets/:id/reopen          401        409        404       403
POST   /api/tickets/:id/restore         401        403        403       404
GET    /api/tickets/:id/comments        401        200        404       200
POST   /api/tickets/:id/comments        401        201        404       201
POST   /api/tickets/:id/add_comment     401        201        404       201
GET    /api/tickets/:id/mute            401        200        404       200
POST   /api/tickets/:id/mute            401        200        404       200
POST   /api/tickets/:id/unmute          401        200        404       200
GET    /api/notifications               401        200        200       200
GET    /api/notifications/unread_count  401        200        200       200
POST   /api/notifications/read_all      401        204        204       204
POST   /api/notifications/read_ticket   401        200        200       200
POST   /api/notifications/:id/read      401        404        404       404
GET    /api/notifications/preferences   401        200        200       200
PATCH  /api/notifications/preferences   401        200        200       200
GET    /api/tickets/:id/timeline        401        200        404       200
GET    /api/tickets/:id/rating          401        200        404       200
POST   /api/tickets/:id/rating          401        409        404       403
POST   /api/ratings/look_up             400        400        400       400
POST   /api/ratings/by_link             400        400        400       400
GET    /api/templates                   401        200        200       200
GET    /api/admin/users                 401        403        403       200
GET    /api/admin/users/export          401        403        403       200
POST   /api/admin/users                 401        403        403       201
GET    /api/admin/users/:id             401        403        403       404
PATCH  /api/admin/users/:id             401        403        403       404
POST   /api/admin/users/:id/reset_password 401     403        403       404
POST   /api/admin/users/:id/disable_two_factor 401 403        403       404
GET    /api/admin/users/:id/sessions    401        403        403       404
DELETE /api/admin/users/:id/sessions    401        403        403       404
DELETE /api/admin/users/:id/sessions/:sessionId 401 403       403       404
GET    /api/admin/audit_log             401        403        403       200
GET    /api/admin/audit_log/export      401        403        403       200
GET    /api/admin/integrations          401        403        403       200
POST   /api/admin/integrations          401        403        403       201
GET    /api/admin/integrations/:id      401        403        403       404
PATCH  /api/admin/integrations/:id      401        403        403       404
DELETE /api/admin/integrations/:id      401        403        403       404
POST   /api/admin/integrations/:id/rotate_secret 401 403      403       404
POST   /api/admin/integrations/:id/test 401        403        403       404
GET    /api/admin/integrations/:id/calls 401       403        403       404
POST   /api/admin/integrations/:id/calls/:callId/replay 401 403 403     404
GET    /api/tickets/:id/jira_issues     401        403        403       200
POST   /api/tickets/:id/jira_issues     401        403        403       400
POST   /api/tickets/:id/jira_issues/refresh 401    403        403       200
GET    /api/tags                        401        403        403       200
GET    /api/admin/tags                  401        403        403       200
POST   /api/admin/tags                  401        403        403       201
GET    /api/admin/tags/:id              401        403        403       404
PATCH  /api/admin/tags/:id              401        403        403       404
DELETE /api/admin/tags/:id              401        403        403       404
POST   /api/admin/tags/:id/restore      401        403        403       404
GET    /api/admin/templates             401        403        403       200
POST   /api/admin/templates             401        403        403       201
POST   /api/admin/templates/reorder     401        403        403       400
GET    /api/admin/templates/:id         401        403        403       404
PATCH  /api/admin/templates/:id         401        403        403       404
DELETE /api/admin/templates/:id         401        403        403       404
POST   /api/admin/templates/:id/restore 401        403        403       404
GET    /api/admin/comments              401        403        403       200
GET    /api/admin/comments/export       401        403        403       200
GET    /api/admin/comments/:id          401        403        403       404
PATCH  /api/admin/comments/:id          401        403        403       404
DELETE /api/admin/comments/:id          401        403        403       404
POST   /api/admin/comments/:id/restore  401        403        403       404
GET    /api/admin/tickets               401        403        403       200
GET    /api/admin/tickets/export        401        403        403       200
GET    /api/admin/tickets/:id           401        403        403       404
PATCH  /api/admin/tickets/:id           401        403        403       404
DELETE /api/admin/tickets/:id           401        403        403       404
POST   /api/admin/tickets/:id/restore   401        403        403       404
POST   /api/admin/tickets/bulk/preview  401        403        403       200
POST   /api/admin/tickets/bulk          401        403        403       200
POST   /api/admin/tickets/bulk/:id/undo 401        403        403       404
POST   /api/admin/downloads             401        403        403       200
GET    /api/downloads/:token            404        404        404       404
GET    /api/admin/jobs                  401        403        403       200
GET    /api/admin/jobs/export           401        403        403       200
POST   /api/admin/jobs/retry_dead       401        403        403       200
POST   /api/admin/jobs/:id/retry        401        403        403       404
`;
const WHO = ['anonymous', 'requester', 'stranger', 'admin'] as const;
type Cell = { route: string; who: (typeof WHO)[number]; status: number };

const lines = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(/\s+/));
const cells: Cell[] = lines.flatMap(([method, path, ...statuses]) =>
  WHO.map((who, i) => ({ route: `${method} ${path}`, who, status: Number(statuses[i]) })),
);

/** Bodies that each route takes; a refusal is then about the person. */
const BODIES: Record<string, () => object> = {
  'POST /api/auth/register': () => ({
    email: `${randomUUID()}@example.com`,
    password: 'correct horse battery',
    first_name: 'Ada',
    last_name: 'X',
  }),
  'POST /api/auth/login': () => ({ email: 'nobody@example.com', password: 'wrong' }),
  'POST /api/auth/change_password': () => ({ current_password: 'wrong', new_password: 'correct horse' }),
  'POST /api/auth/forgot_password': () => ({ email: 'nobody@example.com' }),
  'POST /api/auth/reset_password': () => ({ token: 'made up', new_password: 'correct horse battery' }),
  'POST /api/auth/verify_email': () => ({ token: 'made up' }),
  'POST /api/auth/two_factor/enable': () => ({ code: '123456' }),
  'POST /api/auth/two_factor/recovery_codes': () => ({ code: '123456' }),
  'POST /api/auth/two_factor/disable': () => ({ password: 'wrong', code: '123456' }),
  'POST /api/admin/integrations': () => ({
    kind: 'webhook',
    name: 'Some system',
    url: 'https://1.1.1.1/',
    events: ['ticket.created'],
  }),
  'POST /api/admin/quarantine/:id/accept': () => ({ as: 'ticket' }),
  'POST /api/admin/users': () => ({
    email: `${randomUUID()}@example.com`,
    first_name: 'Ada',
    last_name: 'X',
  }),
  'POST /api/client_logs': () => ({ level: 'warn', message: 'x is undefined' }),
  'POST /api/tickets': () => ({ title: 'New', description: 'x', category: 'bug', priority: 'low' }),
  'POST /api/notifications/read_all': () => ({ up_to: 1 }),
  'POST /api/notifications/read_ticket': () => ({ ticket_id: 1 }),
  'PATCH /api/notifications/preferences': () => ({
    preferences: [{ kind: 'comment_added', channel: 'email', enabled: false }],
  }),
  'PATCH /api/tickets/:id/update_status': () => ({ status: 'in_progress' }),
  'POST /api/admin/jobs/retry_dead': () => ({}),
  'POST /api/tickets/:id/rating': () => ({ score: 4 }),
  'POST /api/ratings/look_up': () => ({ token: 'made up' }),
  'POST /api/ratings/by_link': () => ({ token: 'made up', score: 4 }),
  'POST /api/admin/tags': () => ({ name: randomUUID() }),
  'POST /api/admin/templates': () => ({ name: randomUUID(), category: 'bug', priority: 'low' }),
  'POST /api/admin/templates/reorder': () => ({ ids: [2_000_000_000] }),
  'PATCH /api/admin/comments/:id': () => ({ content: 'x' }),
  'POST /api/admin/tickets/bulk/preview': () => ({ ids: [2_000_000_000], change: { priority: 'low' } }),
  'POST /api/admin/tickets/bulk': () => ({ ids: [2_000_000_000], change: { priority: 'low' } }),
  'POST /api/admin/downloads': () => ({ path: '/api/admin/tickets/export/' }),
  'POST /api/tickets/:id/comments': () => ({ content: 'x' }),
  'POST /api/tickets/:id/add_comment': () => ({ content: 'x' }),
};

let api: TestApi;
let ada: Person;
beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
});
afterAll(() => api.stop());

/** Fresh people and a fresh ticket each time: a sign-out or a deletion must not reach into the next case. */
async function requestsAs(who: Cell['who']): Promise<{ requests: Requests; ticketId: number }> {
  const requester = await makeUser(api);
  const { id: ticketId } = await makeTicket(api, requester);
  const people = { requester: () => requester, stranger: () => makeUser(api), admin: () => makeAdmin(api) };
  return { requests: who === 'anonymous' ? api : api.as(await people[who]()), ticketId };
}

const addressOf = (path: string, ticketId: number) =>
  path
    .replace(':id', /\/(users|admin)\//.test(path) ? '2000000000' : String(ticketId))
    .replace('*', '/swagger-ui.css');

async function ask({ route, who }: Omit<Cell, 'status'>, ending = ''): Promise<number> {
  const { requests, ticketId } = await requestsAs(who);
  const [method = '', path = ''] = route.split(' ');
  const send = requests[method.toLowerCase() as keyof Requests];
  return (await send(addressOf(path, ticketId) + ending, BODIES[route]?.())).status;
}

describe('every route', () => {
  it('is in the table, and nothing else is', () => {
    const known = routesOf(api).map(({ method, path }) => `${method} ${path}`);
    expect(known.sort()).toEqual(lines.map(([method, path]) => `${method} ${path}`).sort());
  });

  it.each(cells)('$route: $status for the $who', async (cell) => expect(await ask(cell)).toBe(cell.status));

  it('documents every answer of this table', () => {
    const { paths } = openApiDocument(api.app);
    const undocumented = cells.filter(({ route, status }) => {
      const [method = '', path = ''] = route.split(' ');
      if (path.startsWith('/api/docs') || path.startsWith('/api/openapi')) return false;
      const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase() as 'get'];
      return operation?.responses[status] === undefined;
    });
    expect(undocumented).toEqual([]);
  });

  it.each(cells.filter(({ route, who }) => who === 'requester' && !route.includes('/api/docs')))(
    '$route/ is the same with a slash at its end',
    async (cell) => expect(await ask(cell, '/')).toBe(cell.status),
  );

  it.each(cells.filter(({ route, status }) => route.startsWith('GET') && status >= 400))(
    '$route cannot be asked by HEAD either: $who',
    async ({ route, who, status }) => {
      const { requests, ticketId } = await requestsAs(who);
      expect((await requests.head(addressOf(route.slice('GET '.length), ticketId))).status).toBe(status);
    },
  );
});

it.each([
  '/api/%74ickets',
  '/api/tickets?',
  '/api/tickets#x',
  '/api/tickets;x',
  '/api/./tickets',
  '//api/tickets',
])('no other way of writing an address leads past the guards: %s', async (address) =>
  expect([401, 404]).toContain((await api.get(address)).status),
);
it('what nobody serves is 404 with the documented shape', async () => {
  const { status, headers, body } = await api.as(ada).get('/api/nothing');
  expect([status, body.type]).toEqual([404, '/problems/not-found']);
  expect(headers['content-type']).toMatch('application/problem+json');
});
