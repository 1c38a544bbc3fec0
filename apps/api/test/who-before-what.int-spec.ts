import { expectProblem } from './expect-problem.js';
import { makeAdmin, makeTicket, makeUser, type Person } from './make.js';
import { writesOf } from './routes.js';
import { startApi, type TestApi } from './start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let root: Person;
let ticketId: number;
beforeAll(async () => {
  api = await startApi();
  [ada, eve, root] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
  ({ id: ticketId } = await makeTicket(api, ada));
});
afterAll(() => api.stop());

/** Wrong in every field of every body. */
const NONSENSE = { title: 1, content: 1, status: 1, role: 1, description: 1, is_internal: 'x' };
const PUBLIC =
  /register|login|refresh|forgot_password|reset_password|verify_email|client_logs|inbound|\/ratings\//;
const FOR_ADMINS = [
  'PATCH /api/users/:id',
  'PATCH /api/tickets/:id/update_status',
  'POST /api/tickets/:id/jira_issues',
  'POST /api/admin/integrations',
  'POST /api/admin/quarantine/:id/accept',
];

const ask = async (requests: Pick<TestApi, 'post'>, route: { method: string; path: string }, id: number) =>
  (requests as TestApi)[route.method.toLowerCase() as 'post'](
    route.path.replace(':id', String(id)),
    NONSENSE,
  );

describe('before anybody looks at what was sent', () => {
  it('it is asked who sent it: 401 for nonsense from nobody', async () => {
    const closed = writesOf(api).filter(({ path }) => !PUBLIC.test(path));
    expect(closed.length).toBeGreaterThan(15);
    for (const route of closed) expectProblem(await ask(api, route, ticketId), 401);
  });
  it('the role is asked: 403 for nonsense from a user, where only admins may', async () => {
    const routes = writesOf(api).filter(({ method, path }) => FOR_ADMINS.includes(`${method} ${path}`));
    expect(routes).toHaveLength(FOR_ADMINS.length);
    for (const route of routes) expectProblem(await ask(api.as(ada), route, ticketId), 403);
  });
});

describe('whether the ticket is there for who asks', () => {
  const routesOfTickets = () => writesOf(api).filter(({ path }) => path.startsWith('/api/tickets/:id'));
  const forAdmins = /update_status|restore|DELETE|jira_issues/;

  it("is asked before what was sent: 404 for nonsense about somebody else's ticket", async () => {
    const open = routesOfTickets().filter(({ method, path }) => !forAdmins.test(`${method} ${path}`));
    expect(open.length).toBeGreaterThan(4);
    for (const route of open) expectProblem(await ask(api.as(eve), route, ticketId), 404);
  });
  it('is asked of admins, too: 404 for nonsense about a ticket that never was', async () => {
    for (const route of routesOfTickets()) expectProblem(await ask(api.as(root), route, 2_000_000_000), 404);
  });
  it("a ticket of somebody else's is answered like one that never was", async () => {
    for (const route of routesOfTickets()) {
      const foreign = await ask(api.as(eve), route, ticketId);
      const unknown = await ask(api.as(eve), route, 2_000_000_000);
      expect({ ...foreign.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
      expect(foreign.status).toBe(unknown.status);
    }
  });
});
