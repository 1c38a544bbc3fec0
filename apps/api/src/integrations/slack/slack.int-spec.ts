import type { IntegrationWithSecret } from '@ticketing/contracts';
import { drain } from '../../../test/drain.js';
import { callsOf, INTEGRATIONS, LOCAL, makeIntegration } from '../../../test/integrations.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { type Recorder, startRecorder } from '../../../test/recorder.js';
import { startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let root: Person;
let ada: Person;
let recorder: Recorder;
let channel: IntegrationWithSecret;
beforeAll(async () => {
  api = await startApi(LOCAL);
  [root, ada] = await Promise.all([makeAdmin(api), makeUser(api, { first: 'Ada', last: 'Lovelace' })]);
});
beforeEach(async () => {
  recorder = await startRecorder();
  channel = await makeIntegration(api, root, {
    kind: 'slack',
    url: `${recorder.url}/services/T0/B0/secret-of-slack`,
    events: ['ticket.created', 'comment.added'],
  });
});
afterEach(async () => {
  await api.as(root).delete(`${INTEGRATIONS}${channel.id}/`);
  await recorder.stop();
  await drain(api);
});
afterAll(() => api.stop());

const stateOf = async () => (await api.as(root).get(`${INTEGRATIONS}${channel.id}/`)).body;

describe('a channel of Slack', () => {
  it('gets a message with a link to the ticket and what was said, as JSON', async () => {
    const { id } = await makeTicket(api, ada, { title: 'Smoke & <fire>' });
    await makeComment(api, root, id, { content: 'On my way.' });
    await drain(api);
    expect(recorder.requests.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/services/T0/B0/secret-of-slack'],
      ['POST', '/services/T0/B0/secret-of-slack'],
    ]);
    const messages = recorder.requests.map(({ body }) => JSON.parse(body));
    const [commented, opened] = messages.sort((a, b) => b.blocks.length - a.blocks.length); // in either order
    expect(opened.text).toBe(`Ada Lovelace opened a ticket: #${id} Smoke &amp; &lt;fire&gt;`);
    expect(opened.blocks[1].text.text).toContain(`<http://localhost:3000/tickets/${id}|`);
    expect(JSON.stringify(commented.blocks)).toContain('> On my way.');
    expect(recorder.requests[0]!.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('shows in the log without its address', async () => {
    await makeTicket(api, ada);
    await drain(api);
    const [call] = await callsOf(api, root, channel.id);
    expect(call).toMatchObject({ state: 'delivered', request: { url: `${recorder.url}/••••` } });
  });

  it.each<[number, string, object, object]>([
    [
      400,
      'invalid_payload',
      { state: 'failed', error: 'Slack: invalid_payload.' },
      { is_active: true, failing_since: null },
    ],
    [404, 'channel_not_found', { state: 'failed' }, { is_active: true, failing_since: expect.any(String) }],
    [404, 'no_service', { state: 'failed' }, { is_active: false, disabled_reason: 'Slack: no_service.' }],
    [410, 'channel_is_archived', { state: 'failed' }, { is_active: false }],
    [500, 'rollup_error', { state: 'waiting' }, { is_active: true, failing_since: expect.any(String) }],
    [429, 'rate_limited', { state: 'waiting' }, { is_active: true }],
  ])('says %i %s: what that means for the message and the channel', async (status, word, call, state) => {
    recorder.say(status, word, { 'retry-after': '60' });
    await makeTicket(api, ada);
    await drain(api);
    expect(await callsOf(api, root, channel.id)).toMatchObject([{ status, ...call }]);
    expect(await stateOf()).toMatchObject(state);
    expect(recorder.requests).toHaveLength(1);
  });

  it('is asked again no sooner than Slack wants', async () => {
    recorder.say(429, 'rate_limited', { 'retry-after': '60' });
    await makeTicket(api, ada);
    await drain(api);
    const [call] = await callsOf(api, root, channel.id);
    expect(Date.parse(call!.next_try_at!) - Date.now()).toBeGreaterThan(50_000);
  });
});
