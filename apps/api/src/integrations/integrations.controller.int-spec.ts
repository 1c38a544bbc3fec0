import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drain } from '../../test/drain.js';
import { expectProblem } from '../../test/expect-problem.js';
import { callsOf, INTEGRATIONS, LOCAL, makeIntegration } from '../../test/integrations.js';
import { makeAdmin, makeTicket, makeUser, type Person } from '../../test/make.js';
import { type Recorder, startRecorder } from '../../test/recorder.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let api: TestApi;
let root: Person;
let ada: Person;
let recorder: Recorder;
let logs: string;
beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'ticketing-integrations-'));
  api = await startApi({ ...LOCAL, LOG_DIR: logs, DEBUG: 'true' });
  [root, ada] = await Promise.all([makeAdmin(api), makeUser(api)]);
  recorder = await startRecorder();
});
beforeEach(() => {
  recorder.requests.length = 0;
  recorder.say(200);
});
afterAll(async () => {
  await recorder.stop();
  await api.stop();
  await rm(logs, { recursive: true });
});

const TOKEN = 'jira-token-canary-1234';
const webhook = (fields = {}) => ({
  kind: 'webhook',
  name: 'Stock keeping',
  url: `${recorder.url}/in`,
  events: ['ticket.created'],
  ...fields,
});
const slack = (fields = {}) =>
  webhook({ kind: 'slack', url: `${recorder.url}/services/slack-canary-5678`, ...fields });
const jira = (fields = {}) => ({
  kind: 'jira',
  name: 'Developers',
  site_url: `${recorder.url}/some/page`,
  project_key: 'acme',
  email: 'robot@example.com',
  token: TOKEN,
  ...fields,
});
const post = (body: object) => api.as(root).post(INTEGRATIONS, body);
const addressOf = (id: number, rest = '') => `${INTEGRATIONS}${id}/${rest}`;
/** The log, once it has the last call. */
const logged = async () => {
  let text = '';
  await until(async () => {
    text = await readFile(join(logs, 'app.log'), 'utf8').catch(() => '');
    return text.includes('integration called');
  });
  return text;
};
/** Everything that is stored or was told about integrations. */
const everything = async () => {
  const { rows } = await api.db.client.query(
    `select (select json_agg(i) from integrations i) as a, (select json_agg(encode(secret, 'escape')) from integrations) as s, (select json_agg(c) from integration_calls c) as b,
            (select json_agg(e) from events e) as c, (select json_agg(d) from deliveries d) as d`,
  );
  return JSON.stringify(rows);
};

describe('POST /api/admin/integrations/', () => {
  it('with the same Idempotency-Key adds one, and does not keep the signing key that was shown', async () => {
    const body = webhook({ name: 'Once' });
    const send = () => api.as(root).post(INTEGRATIONS, body, { 'idempotency-key': 'once' });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual({ ...first.body, secret: null });
    const { rows } = await api.db.client.query(`select json_agg(k)::text as all from idempotency_keys k`);
    expect(rows[0].all).toContain('Once');
    expect(rows[0].all).not.toContain(first.body.secret);
  });
  it('adds a webhook, with a signing key that is shown this once', async () => {
    const { status, body, headers } = await post(webhook());
    expect(status).toBe(201);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      kind: 'webhook',
      name: 'Stock keeping',
      url: `${recorder.url}/in`,
      events: ['ticket.created'],
      is_active: true,
      has_secret: true,
      secret: expect.stringMatching(/^whsec_[\w-]{43}$/),
      secret_hint: body.secret.slice(-4),
    });
    const { body: read } = await api.as(root).get(addressOf(body.id));
    expect(read).not.toHaveProperty('secret');
    expect(JSON.stringify(read)).not.toContain(body.secret);
    expect((await everything()).includes(body.secret)).toBe(false);
  });
  it('adds Slack, whose address is the secret', async () => {
    const { status, body } = await post(slack());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'slack',
      url: null,
      has_secret: true,
      secret: null,
      secret_hint: '5678',
    });
    expect((await everything()).includes('slack-canary')).toBe(false);
  });
  it('adds Jira, with the site and the key as Jira has them', async () => {
    const { status, body } = await post(jira());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'jira',
      site_url: recorder.url,
      project_key: 'ACME',
      issue_type: 'Task',
      email: 'robot@example.com',
      events: [],
      secret: null,
      secret_hint: '1234',
    });
    expect((await everything()).includes('jira-token-canary')).toBe(false);
  });
  it.each<[string, object, string[]]>([
    ['a webhook without address', { kind: 'webhook', events: ['ticket.created'] }, ['/url']],
    ['a webhook without anything', { kind: 'webhook' }, ['/url', '/events']],
    ['Slack without address', { kind: 'slack', events: ['ticket.created'] }, ['/url']],
    [
      'Slack with the address of nothing',
      { kind: 'slack', events: ['ticket.created'], url: 'https://1.1.1.1/' },
      ['/url'],
    ],
    ['Jira without anything', { kind: 'jira' }, ['/site_url', '/project_key', '/email', '/token']],
    ['Jira with a query as key', jiraLike({ project_key: 'A" OR 1' }), ['/project_key']],
    [
      'an address with a password',
      { kind: 'webhook', events: ['ticket.created'], url: 'https://a:b@1.1.1.1/' },
      ['/url'],
    ],
    [
      'the metadata of a cloud',
      { kind: 'webhook', events: ['ticket.created'], url: 'http://169.254.169.254/' },
      ['/url'],
    ],
    ['the metadata of a cloud as Jira', jiraLike({ site_url: 'http://169.254.169.254/' }), ['/site_url']],
    [
      'an event that there is none of',
      { kind: 'webhook', url: 'https://1.1.1.1/', events: ['ticket.burnt'] },
      ['/events'],
    ],
    ['a kind that there is none of', { kind: 'pigeon' }, ['/kind']],
  ])('400 for %s', async (_, fields, pointers) => {
    const answer = await post({ name: 'x', ...fields });
    expectProblem(answer, 400);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });
  it('401 without an account, 403 for a user', async () => {
    expectProblem(await api.post(INTEGRATIONS, webhook()), 401);
    expectProblem(await api.as(ada).post(INTEGRATIONS, webhook()), 403);
  });
});

/** Complete, of its kind; used before there is a recorder. */
function jiraLike(fields: object) {
  return {
    kind: 'jira',
    site_url: 'https://1.1.1.1/',
    project_key: 'ACME',
    email: 'a@b.example',
    token: TOKEN,
    ...fields,
  };
}

describe('PATCH /api/admin/integrations/{id}/', () => {
  it('changes what is given and keeps the rest, secrets, too', async () => {
    const { body: made } = await post(webhook());
    const { status, body } = await api
      .as(root)
      .patch(addressOf(made.id), { name: 'New', events: ['comment.added'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'New', events: ['comment.added'], url: made.url, version: 2 });
    expect(body.secret_hint).toBe(made.secret_hint);
  });
  it('makes no version when nothing is different', async () => {
    const { body: made } = await post(webhook());
    const { body } = await api.as(root).patch(addressOf(made.id), { name: made.name, url: made.url });
    expect(body.version).toBe(1);
  });
  it('412 when somebody changed it since', async () => {
    const { body: made } = await post(webhook());
    const change = (tag: string) =>
      api.as(root).patch(addressOf(made.id), { name: tag }, { 'if-match': tag });
    expect((await change('"1"')).status).toBe(200);
    expectProblem(await change('"1"'), 412);
  });
  it("400 for an address that leads to a cloud's metadata", async () => {
    const { body: made } = await post(webhook());
    const answer = await api.as(root).patch(addressOf(made.id), { url: 'http://169.254.169.254/' });
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/url');
  });
  it('400 for another site of Jira without its token: the token would go there', async () => {
    const { body: made } = await post(jira());
    const move = (fields: object) =>
      api.as(root).patch(addressOf(made.id), { site_url: 'http://127.0.0.1:1/', ...fields });
    const answer = await move({});
    expectProblem(answer, 400);
    expect(answer.body.errors[0].pointer).toBe('/token');
    expect((await move({ token: 'another-token-of-jira' })).status).toBe(200);
  });
  it('404 for one that never was, 403 for a user, 401 for nobody', async () => {
    expectProblem(await api.as(root).patch(addressOf(2_000_000_000), { name: 'x' }), 404);
    expectProblem(await api.as(ada).patch(addressOf(1), { name: 'x' }), 403);
    expectProblem(await api.patch(addressOf(1), { name: 'x' }), 401);
  });
});

describe('reading, deleting, another key', () => {
  it('lists all, oldest first', async () => {
    const [a, b] = [
      await makeIntegration(api, root, webhook() as never),
      await makeIntegration(api, root, slack() as never),
    ];
    const { body } = await api.as(root).get(INTEGRATIONS);
    expect(body.results.map(({ id }: { id: number }) => id).slice(-2)).toEqual([a.id, b.id]);
  });
  it('deletes it with its log', async () => {
    const { body: made } = await post(webhook());
    await api.as(root).post(addressOf(made.id, 'test/'));
    expect((await api.as(root).delete(addressOf(made.id))).status).toBe(204);
    expectProblem(await api.as(root).get(addressOf(made.id)), 404);
    expectProblem(await api.as(root).delete(addressOf(made.id)), 404);
    expectProblem(await api.as(root).get(addressOf(made.id, 'calls/')), 404);
  });
  it('409 for another key of what has none of ours, 404 of what never was', async () => {
    const { body: made } = await post(slack());
    expectProblem(await api.as(root).post(addressOf(made.id, 'rotate_secret/')), 409);
    expectProblem(await api.as(root).post(addressOf(2_000_000_000, 'rotate_secret/')), 404);
  });
  it('403 for a user everywhere', async () => {
    const { body: made } = await post(webhook());
    for (const rest of ['', 'calls/']) expectProblem(await api.as(ada).get(addressOf(made.id, rest)), 403);
    for (const rest of ['test/', 'rotate_secret/', 'calls/1/replay/']) {
      expectProblem(await api.as(ada).post(addressOf(made.id, rest)), 403);
    }
    expectProblem(await api.as(ada).delete(addressOf(made.id)), 403);
  });
});

describe('the test button', () => {
  it('sends an example right now, signed, and says what came back', async () => {
    recorder.say(201, 'welcome');
    const { body: made } = await post(webhook());
    const { status, body } = await api.as(root).post(addressOf(made.id, 'test/'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ is_success: true, status: 201, answer: 'welcome', error: null });
    const [request] = recorder.requests;
    expect(JSON.parse(request!.body)).toMatchObject({ type: 'integration.test', ticket: { id: 0 } });
    expect(request!.headers['x-ticketing-signature']).toMatch(/^v1=[0-9a-f]{64}$/);
    expect(await callsOf(api, root, made.id)).toMatchObject([
      { event_type: 'integration.test', state: 'delivered', can_replay: false, ticket: null },
    ]);
  });
  it('says what went wrong, and leaves the integration as it was', async () => {
    recorder.say(410, 'x'.repeat(10_000));
    const { body: made } = await post(webhook());
    const { status, body } = await api.as(root).post(addressOf(made.id, 'test/'));
    expect([status, body.is_success, body.status]).toEqual([200, false, 410]);
    expect(body.answer).toHaveLength(4_096);
    expect((await api.as(root).get(addressOf(made.id))).body).toMatchObject({
      is_active: true,
      failing_since: null,
    });
  });
  it('asks Jira whether it may create issues, and creates none', async () => {
    const { body: made } = await post(jira());
    const test = async (havePermission: boolean) => {
      recorder.say(200, { permissions: { CREATE_ISSUES: { havePermission } } });
      return (await api.as(root).post(addressOf(made.id, 'test/'))).body;
    };
    expect(await test(true)).toMatchObject({ is_success: true });
    expect(await test(false)).toMatchObject({
      is_success: false,
      error: expect.stringContaining('may not create'),
    });
    expect(recorder.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(recorder.requests[0]!.path).toBe(
      '/rest/api/3/mypermissions?projectKey=ACME&permissions=CREATE_ISSUES',
    );
  });
  it('409 when the secret cannot be read any more', async () => {
    const { body: made } = await post(slack());
    await api.db.client.query(
      `update integrations set secret = decode(repeat('00', 60), 'hex') where id = $1`,
      [made.id],
    );
    const answer = await api.as(root).post(addressOf(made.id, 'test/'));
    expectProblem(answer, 409);
    expect(answer.body.detail).toContain('SECRET_KEY');
  });
  it('404 for one that never was', async () =>
    expectProblem(await api.as(root).post(addressOf(2_000_000_000, 'test/')), 404));
});

describe('secrets', () => {
  it('are in no answer, call, event or line of the log, although the other side sends back what it got', async () => {
    recorder.answer(({ path, headers: { authorization = '' } }, response) => {
      const [, token = ''] = Buffer.from(authorization.slice('Basic '.length), 'base64')
        .toString()
        .split(':');
      response.end(`${path} ${authorization} ${token}`);
    });
    const basic = Buffer.from(`robot@example.com:${TOKEN}`).toString('base64');
    const answers = [];
    for (const body of [slack(), jira()]) {
      const made = await post(body);
      answers.push(made, await api.as(root).post(addressOf(made.body.id, 'test/')));
      answers.push(await api.as(root).patch(addressOf(made.body.id), { name: 'Other' }));
      answers.push(await api.as(root).get(addressOf(made.body.id, 'calls/')));
    }
    await makeTicket(api, ada);
    await drain(api);
    answers.push(await api.as(root).get(INTEGRATIONS));
    const shown = JSON.stringify(answers.map(({ body }) => body)) + (await everything()) + (await logged());
    expect([TOKEN, basic, 'slack-canary'].filter((secret) => shown.includes(secret))).toEqual([]);
    expect(recorder.requests.some(({ headers }) => headers.authorization === `Basic ${basic}`)).toBe(true);
    expect(shown.includes('Basic ••••')).toBe(true);
  });
});

describe('GET /api/admin/integrations/{id}/calls/', () => {
  it('pages backwards, newest first, and says how many there are', async () => {
    const { body: made } = await post(webhook());
    for (let i = 0; i < 3; i++) await api.as(root).post(addressOf(made.id, 'test/'));
    const first = (await api.as(root).get(addressOf(made.id, 'calls/?limit=2'))).body;
    expect([first.results.length, first.total]).toEqual([2, 3]);
    const rest = (await api.as(root).get(addressOf(made.id, `calls/?limit=2&cursor=${first.next_cursor}`)))
      .body;
    expect([rest.results.length, rest.next_cursor]).toEqual([1, null]);
    const ids = [...first.results, ...rest.results].map(({ id }: { id: number }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expectProblem(await api.as(root).get(addressOf(made.id, 'calls/?limit=0')), 400);
    expectProblem(await api.as(root).get(addressOf(made.id, 'calls/?cursor=e30.e30')), 400);
  });
  it('forgets what is older than 30 days', async () => {
    const { body: made } = await post(webhook());
    for (let i = 0; i < 2; i++) await api.as(root).post(addressOf(made.id, 'test/'));
    const [newest] = await callsOf(api, root, made.id);
    await api.db.client.query(
      `update integration_calls set tried_at = now() - interval '31 days' where integration_id = $1 and id < $2`,
      [made.id, newest!.id],
    );
    await api.db.client.query(`update schedules set next_run_at = now(), rung_at = null`);
    await drain(api);
    expect((await callsOf(api, root, made.id)).map(({ id }) => id)).toEqual([newest!.id]);
  });
});

describe('POST /api/admin/integrations/{id}/calls/{callId}/replay/', () => {
  it('409 for a test, 404 for a call that is not there or belongs to another', async () => {
    const [{ body: a }, { body: b }] = [await post(webhook()), await post(webhook())];
    await api.as(root).post(addressOf(a.id, 'test/'));
    const [call] = await callsOf(api, root, a.id);
    expectProblem(await api.as(root).post(addressOf(a.id, `calls/${call!.id}/replay/`)), 409);
    expectProblem(await api.as(root).post(addressOf(b.id, `calls/${call!.id}/replay/`)), 404);
    expectProblem(await api.as(root).post(addressOf(a.id, 'calls/x/replay/')), 404);
  });
  it('409 for an event that it does not want any more', async () => {
    const { body: made } = await post(webhook());
    await makeTicket(api, ada);
    await drain(api);
    const [call] = await callsOf(api, root, made.id);
    expect(call).toMatchObject({ state: 'delivered', can_replay: true });
    await api.as(root).patch(addressOf(made.id), { events: ['comment.added'] });
    expectProblem(await api.as(root).post(addressOf(made.id, `calls/${call!.id}/replay/`)), 409);
  });
});
