import type { IntegrationWithSecret, JiraIssueView } from '@ticketing/contracts';
import { drain } from '../../../test/drain.js';
import { expectProblem } from '../../../test/expect-problem.js';
import { type FakeJira, startJira } from '../../../test/fake-jira.js';
import { callsOf, INTEGRATIONS, LOCAL, makeDue, makeIntegration } from '../../../test/integrations.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { MOST_TRIES } from '../../platform/events/delivery-rules.js';
import { GONE } from './jira-refresher.js';

const TOKEN = 'jira-token-canary-1234';

let api: TestApi;
let root: Person;
let ada: Person;
let jira: FakeJira;
let integration: IntegrationWithSecret;
let ticketId: number;
beforeAll(async () => {
  api = await startApi(LOCAL);
  [root, ada] = await Promise.all([makeAdmin(api), makeUser(api, { first: 'Ada', last: 'Lovelace' })]);
});
beforeEach(async () => {
  jira = await startJira();
  integration = await makeIntegration(api, root, {
    kind: 'jira',
    name: 'Developers',
    site_url: jira.url,
    project_key: 'ACME',
    issue_type: 'Bug',
    email: 'robot@example.com',
    token: TOKEN,
  });
  ({ id: ticketId } = await makeTicket(api, ada, { title: 'Printer on fire' }));
});
afterEach(async () => {
  await api.as(root).delete(`${INTEGRATIONS}${integration.id}/`);
  await jira.stop();
});
afterAll(() => api.stop());

const path = (rest = '') => `/api/tickets/${ticketId}/jira_issues/${rest}`;
const ask = (headers = {}) => api.as(root).post(path(), { integration_id: integration.id }, headers);
const issue = async (): Promise<JiraIssueView> => (await api.as(root).get(path())).body.results[0];
const pathsAsked = () => jira.requests.map((request) => request.path.split('/').slice(4).join('/'));

describe('POST /api/tickets/{id}/jira_issues/', () => {
  it('makes an issue that says where it comes from, and shows its key, link and state', async () => {
    const { status, body } = await ask();
    expect(status).toBe(202);
    expect(body).toMatchObject({
      state: 'pending',
      key: null,
      integration: integration.id,
      requested_by: { id: root.id },
    });
    await drain(api);
    expect(await issue()).toMatchObject({
      state: 'created',
      reason: null,
      key: 'ACME-1',
      url: `${jira.url}/browse/ACME-1`,
      status_name: 'To Do',
      status_category: 'new',
      integration_name: 'Developers',
      refreshed_at: expect.any(String),
    });
    const [made] = jira.issues;
    expect(made!.fields).toMatchObject({
      project: { key: 'ACME' },
      issuetype: { name: 'Bug' },
      summary: 'Printer on fire',
    });
    expect(made!.labels).toEqual([
      `ticketing-${ticketId}`,
      expect.stringMatching(/^ticketing-ref-[0-9a-f-]{36}$/),
    ]);
    expect(JSON.stringify(made!.fields.description)).toContain(`http://localhost:3000/tickets/${ticketId}`);
    const basic = Buffer.from(`robot@example.com:${TOKEN}`).toString('base64');
    expect(jira.requests[0]!.headers).toMatchObject({
      authorization: `Basic ${basic}`,
      'content-type': 'application/json',
    });
  });

  it('makes one however often it is asked', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await drain(api);
    expectProblem(await ask(), 409);
    await drain(api);
    expect(jira.issues).toHaveLength(1);
  });

  it('gives the same key the same answer', async () => {
    const key = { 'idempotency-key': `key-${ticketId}` };
    const first = await ask(key);
    await drain(api);
    const again = await ask(key);
    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(jira.issues).toHaveLength(1);
  });

  it('shows neither in the history of the ticket nor to its requester', async () => {
    await ask();
    await drain(api);
    const { body } = await api.as(ada).get(`/api/tickets/${ticketId}/timeline/`);
    expect(body.results.map(({ type }: { type: string }) => type)).toEqual(['ticket.created']);
    expectProblem(await api.as(ada).get(path()), 403);
  });

  it.each<[string, () => object]>([
    ['nothing', () => ({})],
    ['an integration that never was', () => ({ integration_id: 2_000_000_000 })],
    ['no id', () => ({ integration_id: 'x' })],
  ])('400 for %s', async (_, body) => {
    const answer = await api.as(root).post(path(), body());
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/integration_id');
  });
  it('400 for what is no Jira, or is switched off', async () => {
    const hook = await makeIntegration(api, root, {
      kind: 'webhook',
      url: jira.url,
      events: ['ticket.deleted'],
    });
    expectProblem(await api.as(root).post(path(), { integration_id: hook.id }), 400);
    await api.as(root).patch(`${INTEGRATIONS}${integration.id}/`, { is_active: false });
    expectProblem(await ask(), 400);
  });
  it('401 for nobody, 403 for a user, 404 for a ticket that never was', async () => {
    const body = { integration_id: integration.id };
    expectProblem(await api.post(path(), body), 401);
    expectProblem(await api.as(ada).post(path(), body), 403);
    expectProblem(await api.as(root).post('/api/tickets/2000000000/jira_issues/', body), 404);
    expectProblem(await api.as(root).get('/api/tickets/2000000000/jira_issues/'), 404);
    expectProblem(await api.as(root).post('/api/tickets/2000000000/jira_issues/refresh/'), 404);
  });
});

describe('an issue that Jira', () => {
  it('made although its answer was lost is found by its label: one, never two', async () => {
    jira.moods = [() => 'lose'];
    await ask();
    await drain(api);
    expect(await issue()).toMatchObject({ state: 'pending', reason: 'The connection was cut.', key: null });
    const { rows } = await api.db.client.query(
      `select extract(epoch from next_try_at - now())::float as wait from deliveries where recipient = $1`,
      [`jira:${integration.id}:${ticketId}`],
    );
    expect(rows[0].wait).toBeGreaterThan(20); // its search would not find it at once
    await makeDue(api);
    await drain(api);
    expect(await issue()).toMatchObject({
      state: 'created',
      key: 'ACME-1',
      status_name: 'To Do',
      reason: null,
    });
    expect(jira.issues).toHaveLength(1);
    expect(pathsAsked()).toEqual(['issue', 'search/jql']);
  });

  it('may or may not have made when the process died is looked for first, and made when it is not there', async () => {
    jira.moods = [() => 'unavailable'];
    await ask();
    await drain(api);
    await makeDue(api);
    await drain(api);
    expect(pathsAsked().slice(0, 3)).toEqual(['issue', 'search/jql', 'issue']);
    expect([jira.issues.length, (await issue()).key]).toEqual([1, 'ACME-1']);
  });

  it.each([
    ['refuse', 'Jira refuses the issue. issuetype: Specify a valid issue type'],
    ['unauthorized', 'Jira does not take this e-mail address with this API token.'],
  ] as const)(
    'does not take (%s) says why, is not tried again, and can be asked for again',
    async (mood, reason) => {
      jira.moods = [() => mood];
      await ask();
      await drain(api);
      expect(await issue()).toMatchObject({ state: 'failed', reason, key: null });
      await makeDue(api);
      await drain(api);
      expect(jira.issues).toEqual([]);
      expect((await ask()).body).toMatchObject({ state: 'pending', reason: null });
      await drain(api);
      expect(await issue()).toMatchObject({ state: 'created', key: 'ACME-1' });
    },
  );

  it('never takes is given up after its tries, and the admin sees it', async () => {
    jira.moods = Array(50).fill(() => 'unavailable');
    await ask();
    for (let i = 0; i < MOST_TRIES.hour; i++) {
      await drain(api);
      await makeDue(api);
    }
    await drain(api);
    expect(await issue()).toMatchObject({ state: 'failed', reason: 'Answered 503.' });
    const calls = await callsOf(api, root, integration.id);
    expect(calls[0]).toMatchObject({ event_type: 'jira_issue.requested', state: 'failed', can_replay: true });
    jira.moods = [];
    await api.as(root).post(`${INTEGRATIONS}${integration.id}/calls/${calls[0]!.id}/replay/`);
    await drain(api);
    expect(await issue()).toMatchObject({ state: 'created', key: 'ACME-1' });
  });

  it('would have got is not made of a ticket that was deleted before', async () => {
    await ask();
    await api.as(root).delete(`/api/tickets/${ticketId}/`);
    await drain(api);
    expect(jira.requests).toEqual([]);
  });
});

describe('the state of an issue', () => {
  const move = (name: string, key: string) => {
    jira.issues[0]!.status = { name, statusCategory: { key } };
  };
  const clock = async () => {
    await api.db.client.query(`update jira_issues set refreshed_at = refreshed_at - interval '11 minutes'`);
    await api.db.client.query(
      `update schedules set next_run_at = now(), rung_at = null where name = 'refresh-jira-issues'`,
    );
    await drain(api);
  };
  beforeEach(async () => {
    await ask();
    await drain(api);
  });

  it('follows Jira by the clock, until it is done', async () => {
    move('In Progress', 'indeterminate');
    await clock();
    expect(await issue()).toMatchObject({ status_name: 'In Progress', status_category: 'indeterminate' });
    move('Done', 'done');
    await clock();
    expect(await issue()).toMatchObject({ status_name: 'Done', status_category: 'done' });
    const asked = jira.requests.length;
    await clock();
    expect(jira.requests).toHaveLength(asked);
  });

  it('is asked for by a button, with the key that the issue has now', async () => {
    move('Done', 'done');
    jira.issues[0]!.key = 'OTHER-9';
    const { status, body } = await api.as(root).post(path('refresh/'));
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { key: 'OTHER-9', url: `${jira.url}/browse/OTHER-9`, status_name: 'Done' },
    ]);
  });

  it('is gone with the issue, and says so; the key stays', async () => {
    jira.issues.length = 0;
    const { body } = await api.as(root).post(path('refresh/'));
    expect(body.results).toMatchObject([
      { state: 'created', key: 'ACME-1', status_name: null, reason: GONE },
    ]);
  });

  it('stays as it was known while Jira is away, and says why', async () => {
    jira.say(500);
    const { body } = await api.as(root).post(path('refresh/'));
    expect(body.results).toMatchObject([{ status_name: 'To Do', reason: 'Answered 500.' }]);
    expect((await api.as(root).get(`${INTEGRATIONS}${integration.id}/`)).body.failing_since).not.toBeNull();
  });
});
