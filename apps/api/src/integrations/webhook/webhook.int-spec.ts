import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IntegrationWithSecret, WebhookPayload } from '@ticketing/contracts';
import { drain } from '../../../test/drain.js';
import { callsOf, INTEGRATIONS, LOCAL, makeDue, makeIntegration } from '../../../test/integrations.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { type Recorder, startRecorder } from '../../../test/recorder.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { MOST_TRIES } from '../../platform/events/delivery-rules.js';

const ALL = [
  'ticket.created',
  'ticket.assigned',
  'ticket.status_changed',
  'ticket.deleted',
  'comment.added',
] as const;

let api: TestApi;
let root: Person;
let ada: Person;
let recorder: Recorder;
let hook: IntegrationWithSecret;
beforeAll(async () => {
  api = await startApi(LOCAL);
  [root, ada] = await Promise.all([
    makeAdmin(api, { first: 'Grace', last: 'Hopper' }),
    makeUser(api, { first: 'Ada', last: 'Lovelace' }),
  ]);
});
beforeEach(async () => {
  recorder = await startRecorder();
  hook = await makeIntegration(api, root, { kind: 'webhook', url: `${recorder.url}/in`, events: [...ALL] });
});
afterEach(async () => {
  await api.as(root).delete(`${INTEGRATIONS}${hook.id}/`);
  await recorder.stop();
  await drain(api);
});
afterAll(() => api.stop());

const last = () => recorder.requests.at(-1)!;
const payloads = () => recorder.requests.map(({ body }) => JSON.parse(body) as WebhookPayload);
const deliveryOf = async () => {
  const { rows } = await api.db.client.query(
    `select tries, last_error, done_at, dead_at, extract(epoch from next_try_at - now())::float as wait
       from deliveries where recipient = $1 order by id desc limit 1`,
    [`integration:${hook.id}`],
  );
  return rows[0];
};
const stateOf = async () => (await api.as(root).get(`${INTEGRATIONS}${hook.id}/`)).body;

describe('a webhook is told', () => {
  it('of a new ticket: what happened, by whom, and the ticket without addresses of people', async () => {
    const { id } = await makeTicket(api, ada, { title: 'Printer on fire', priority: 'urgent' });
    await drain(api);
    expect(recorder.requests).toHaveLength(1);
    const { headers, method, path, body } = last();
    expect([method, path]).toEqual(['POST', '/in']);
    const [payload] = payloads();
    expect(payload).toEqual({
      id: headers['x-ticketing-delivery'],
      type: 'ticket.created',
      created_at: expect.stringMatching(/Z$/),
      ticket: expect.objectContaining({
        id,
        url: `http://localhost:3000/tickets/${id}`,
        title: 'Printer on fire',
        priority: 'urgent',
        status: 'open',
        user: { id: ada.id, name: 'Ada Lovelace', role: 'user', avatar: null },
        assigned_to: null,
        comment_count: 0,
      }),
      actor: { id: ada.id, name: 'Ada Lovelace', role: 'user', avatar: null },
      changes: [],
      comment: null,
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'x-ticketing-event': 'ticket.created',
    });
    expect(body).not.toContain('@example.com');
  });

  it('of changes, with names for people, and of comments', async () => {
    const { id } = await makeTicket(api, ada);
    await api.as(root).patch(`/api/tickets/${id}/`, { assigned_to: root.id });
    await makeComment(api, root, id, { content: 'Is it <still> burning?' });
    await api.as(root).patch(`/api/tickets/${id}/update_status/`, { status: 'resolved' });
    await drain(api);
    const byType = Object.fromEntries(payloads().map((payload) => [payload.type, payload]));
    expect(byType['ticket.assigned']!.changes).toEqual([
      { field: 'assigned_to', from: null, to: 'Grace Hopper' },
    ]);
    expect(byType['ticket.status_changed']!.changes).toEqual([
      { field: 'status', from: 'open', to: 'resolved' },
    ]);
    expect(byType['comment.added']!.comment).toEqual({
      id: expect.any(Number),
      author: expect.objectContaining({ name: 'Grace Hopper' }),
      content: 'Is it <still> burning?',
      created_at: expect.any(String),
    });
  });

  it('nothing that its filter leaves out', async () => {
    const { id } = await makeTicket(api, ada);
    await api.as(root).patch(`/api/tickets/${id}/`, { title: 'New title' });
    await drain(api);
    expect(payloads().map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it('nothing of internal notes, not even that there is one', async () => {
    const { id } = await makeTicket(api, ada);
    await drain(api);
    await makeComment(api, root, id, { content: 'secret-canary', is_internal: true });
    await drain(api);
    expect(recorder.requests).toHaveLength(1);
    await makeComment(api, root, id, { content: 'public' });
    await drain(api);
    expect(payloads().at(-1)!.ticket.comment_count).toBe(1);
    expect(JSON.stringify(recorder.requests)).not.toContain('secret-canary');
  });

  it('nothing of an internal note although a delivery of it was made', async () => {
    const { id } = await makeTicket(api, ada);
    await makeComment(api, root, id, { content: 'secret-canary', is_internal: true });
    await drain(api);
    await api.db.client.query(
      `insert into deliveries (event_id, handler, recipient)
       select max(id), 'call-integration', $1 from events where type = 'comment.added' and is_internal`,
      [`integration:${hook.id}`],
    );
    await drain(api);
    expect(payloads().map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it.each<[string, (id: number) => Promise<unknown>]>([
    [
      'an internal note',
      (id) => api.db.client.query(`update ticket_comments set is_internal = true where id = $1`, [id]),
    ],
    ['deleted', (id) => api.as(root).delete(`/api/admin/comments/${id}/`)],
  ])('nothing of a comment that is %s by the time it would be told', async (_, hide) => {
    const { id } = await makeTicket(api, ada);
    await drain(api);
    recorder.say(500);
    const comment = await makeComment(api, root, id, { content: 'secret-canary' });
    await drain(api);
    await hide(comment.id);
    recorder.say(200);
    await makeDue(api);
    await drain(api);
    expect(recorder.requests).toHaveLength(2); // the ticket, and the try that failed
  });

  it('that a ticket was deleted, and nothing more of it that was still on its way', async () => {
    recorder.say(500);
    const { id } = await makeTicket(api, ada);
    await drain(api);
    await api.as(root).delete(`/api/tickets/${id}/`);
    recorder.say(200);
    await makeDue(api);
    await drain(api);
    expect(payloads().map(({ type }) => type)).toEqual(['ticket.created', 'ticket.deleted']);
  });

  it('nothing when it was switched off before it could be told', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    await api.as(root).patch(`${INTEGRATIONS}${hook.id}/`, { is_active: false });
    await makeDue(api);
    await drain(api);
    expect(recorder.requests).toHaveLength(1);
    expect(await deliveryOf()).toMatchObject({ last_error: 'The integration is switched off.' });
    await makeTicket(api, ada);
    await drain(api);
    expect(recorder.requests).toHaveLength(1);
  });
});

describe('the signature', () => {
  /** The code that the README shows to receivers, as it stands there. */
  async function verifier() {
    const readme = readFileSync('apps/api/README.md', 'utf8');
    const [, code] = /```js verify-webhook\n([\s\S]+?)```/.exec(readme)!;
    const loaded = await import(`data:text/javascript,${encodeURIComponent(code!)}`);
    return loaded.isGenuine as (headers: object, body: string, key: string) => boolean;
  }

  it('is HMAC-SHA256 over timestamp and body', async () => {
    await makeTicket(api, ada, { title: 'Ümläute 🔥' });
    await drain(api);
    const { headers, body } = last();
    const timestamp = String(headers['x-ticketing-timestamp']);
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(60);
    const hmac = createHmac('sha256', hook.secret!).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-ticketing-signature']).toBe(`v1=${hmac}`);
  });

  it('is verified by the lines of the README, which refuse whatever was changed', async () => {
    const isGenuine = await verifier();
    await makeTicket(api, ada);
    await drain(api);
    const { headers, body } = last();
    expect(isGenuine(headers, body, hook.secret!)).toBe(true);
    expect(isGenuine(headers, `${body} `, hook.secret!)).toBe(false);
    expect(isGenuine(headers, body, 'whsec_other')).toBe(false);
    expect(isGenuine({ ...headers, 'x-ticketing-timestamp': '1764000000' }, body, hook.secret!)).toBe(false);
    expect(isGenuine({ ...headers, 'x-ticketing-signature': 'v1=' }, body, hook.secret!)).toBe(false);
  });

  it('is made with the key before, too, for a day after it was changed', async () => {
    const isGenuine = await verifier();
    const { body: rotated } = await api.as(root).post(`${INTEGRATIONS}${hook.id}/rotate_secret/`);
    expect(rotated.secret).not.toBe(hook.secret);
    await makeTicket(api, ada);
    await drain(api);
    expect([rotated.secret, hook.secret].map((key) => isGenuine(last().headers, last().body, key))).toEqual([
      true,
      true,
    ]);
    await api.db.client.query(`update integrations set previous_secret_until = now() where id = $1`, [
      hook.id,
    ]);
    await makeTicket(api, ada);
    await drain(api);
    expect([rotated.secret, hook.secret].map((key) => isGenuine(last().headers, last().body, key))).toEqual([
      true,
      false,
    ]);
  });
});

describe('a delivery that fails', () => {
  it('is tried again under the same id, and the log has every try', async () => {
    recorder.say(500, 'out of order');
    const { id: ticket } = await makeTicket(api, ada);
    await drain(api);
    expect(await callsOf(api, root, hook.id)).toMatchObject([
      { status: 500, answer: 'out of order', error: 'Answered 500.', state: 'waiting', tries: 1, ticket },
    ]);
    expect((await callsOf(api, root, hook.id))[0]!.next_try_at).toMatch(/Z$/);
    expect(await stateOf()).toMatchObject({ is_active: true, failing_since: expect.any(String) });
    recorder.say(200, 'thanks');
    await makeDue(api);
    await drain(api);
    const ids = recorder.requests.map(({ headers }) => headers['x-ticketing-delivery']);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await callsOf(api, root, hook.id)).toMatchObject([
      { status: 200, answer: 'thanks', error: null, state: 'delivered', tries: 2, next_try_at: null },
      { status: 500, state: 'delivered', tries: 2, next_try_at: null },
    ]);
    expect(await stateOf()).toMatchObject({ failing_since: null });
  });

  it.each<[string, () => void, object]>([
    ['a redirect', () => recorder.say(302, '', { location: 'http://169.254.169.254/' }), { status: 302 }],
    [
      'a cut connection',
      () => recorder.answer((_, answer) => answer.destroy()),
      { error: 'The connection was cut.' },
    ],
    ['404', () => recorder.say(404), { status: 404 }],
  ])('%s is a failure, and tried again', async (_, behave, call) => {
    behave();
    await makeTicket(api, ada);
    await drain(api);
    expect(await callsOf(api, root, hook.id)).toMatchObject([{ ...call, state: 'waiting' }]);
    expect(recorder.requests).toHaveLength(1);
  });

  it.each([
    [429, '120', 120],
    [503, '30', 30],
    [429, '999999', 3_600],
  ])('with %i waits as long as Retry-After says: %s', async (status, header, seconds) => {
    recorder.say(status, '', { 'retry-after': header });
    await makeTicket(api, ada);
    await drain(api);
    const { wait } = await deliveryOf();
    expect(wait).toBeGreaterThan(seconds - 10);
    expect(wait).toBeLessThanOrEqual(seconds);
  });

  it('is dead after a day of tries, can be replayed under the same id, and gets through', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    await api.db.client.query(`update deliveries set tries = $1 where done_at is null`, [MOST_TRIES.day - 1]);
    await makeDue(api);
    await drain(api);
    const [call] = await callsOf(api, root, hook.id);
    expect(call).toMatchObject({ state: 'failed', next_try_at: null, can_replay: true });
    recorder.say(200);
    const replay = `${INTEGRATIONS}${hook.id}/calls/${call!.id}/replay/`;
    expect((await api.as(root).post(replay)).status).toBe(202);
    await drain(api);
    expect(last().headers['x-ticketing-delivery']).toBe(call!.delivery_id);
    expect((await callsOf(api, root, hook.id))[0]).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('cannot be replayed while it waits for its next try', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    const [call] = await callsOf(api, root, hook.id);
    expect(call!.can_replay).toBe(false);
    expect((await api.as(root).post(`${INTEGRATIONS}${hook.id}/calls/${call!.id}/replay/`)).status).toBe(409);
  });
});

describe('a webhook that gets nothing', () => {
  it('for 24 hours is switched off, says why, and all admins get a mail', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    await api.db.client.query(
      `update integrations set failing_since = now() - interval '25 hours' where id = $1`,
      [hook.id],
    );
    await makeDue(api);
    await drain(api);
    expect(await stateOf()).toMatchObject({
      is_active: false,
      disabled_at: expect.any(String),
      disabled_reason: 'Nothing got through for 24 hours. Answered 500.',
    });
    const { rows } = await api.db.client.query(
      `select recipient from deliveries where handler = 'mail-integration-disabled' and done_at is not null
        and recipient <> '' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ recipient: `user:${root.id}` }]);
  });

  it('is not switched off by one failure long after the last one: nothing was tried in between', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    await api.db.client.query(
      `update integrations set failing_since = now() - interval '3 days',
         last_failed_at = now() - interval '7 hours' where id = $1`,
      [hook.id],
    );
    await makeDue(api);
    await drain(api);
    const { is_active, failing_since } = await stateOf();
    expect(is_active).toBe(true);
    expect(Date.parse(failing_since!)).toBeGreaterThan(Date.now() - 3_600_000);
  });

  it('is not switched off while something got through in between', async () => {
    recorder.say(500);
    await makeTicket(api, ada);
    await drain(api);
    await api.db.client.query(
      `update integrations set failing_since = now() - interval '25 hours' where id = $1`,
      [hook.id],
    );
    recorder.say(200);
    await makeDue(api);
    await drain(api);
    expect(await stateOf()).toMatchObject({ is_active: true, failing_since: null });
  });

  it('and answers 410 is switched off at once, and starts without a past when it is switched on again', async () => {
    recorder.say(410);
    await makeTicket(api, ada);
    await drain(api);
    expect(await stateOf()).toMatchObject({
      is_active: false,
      disabled_reason: expect.stringContaining('410'),
    });
    expect(await deliveryOf()).toMatchObject({ tries: 1, dead_at: expect.any(Date) });
    await api.as(root).patch(`${INTEGRATIONS}${hook.id}/`, { is_active: true });
    expect(await stateOf()).toMatchObject({ is_active: true, disabled_reason: null, failing_since: null });
    recorder.say(200);
    await makeTicket(api, ada);
    await drain(api);
    expect(recorder.requests).toHaveLength(2);
  });
});

it('one after the other: never two requests at once to one receiver', async () => {
  let [open, most] = [0, 0];
  recorder.answer((_, answer) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open -= 1;
      answer.end();
    }, 20);
  });
  await Promise.all(Array.from({ length: 5 }, () => makeTicket(api, ada)));
  await drain(api);
  expect([recorder.requests.length, most]).toEqual([5, 1]);
});
