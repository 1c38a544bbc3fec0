import { INTEGRATION_EVENT_TYPES } from '@ticketing/contracts';
import { drain } from './drain.js';
import { LOCAL, makeIntegration } from './integrations.js';
import { makeAdmin, makeComment, makeTag, makeTicket, makeUser, type Person } from './make.js';
import { type Recorder, startRecorder } from './recorder.js';
import { startApi, type TestApi } from './start-api.js';

const CANARY = 'canary-7f3a';

let api: TestApi;
let ada: Person;
let bob: Person;
let recorder: Recorder;
beforeAll(async () => {
  [api, recorder] = await Promise.all([startApi(LOCAL), startRecorder()]);
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
  const events = [...INTEGRATION_EVENT_TYPES];
  await makeIntegration(api, bob, { kind: 'webhook', url: `${recorder.url}/webhook`, events });
  await makeIntegration(api, bob, { kind: 'slack', url: `${recorder.url}/services/slack`, events });
});
afterAll(async () => {
  await recorder.stop();
  await api.stop();
});

it('an internal note is sent to no webhook and no Slack channel, which hear of everything else', async () => {
  const { id } = await makeTicket(api, ada);
  const path = `/api/tickets/${id}/`;
  await drain(api);
  const before = recorder.requests.length;
  await makeComment(api, bob, id, { content: `Do not tell: ${CANARY}`, is_internal: true });
  // nor of a tag
  await api.as(bob).patch(path, { tags: [(await makeTag(api, bob, CANARY)).id] });
  await drain(api);
  expect(recorder.requests).toHaveLength(before);

  await makeComment(api, ada, id, { content: 'A public word.' });
  await api.as(bob).patch(path, { assigned_to: bob.id, priority: 'urgent', title: 'New title' });
  await makeComment(api, bob, id, { content: `Still: ${CANARY}`, is_internal: true });
  await api.as(bob).patch(`${path}update_status/`, { status: 'resolved', admin_feedback: 'Done.' });
  await api.as(bob).delete(path);
  await api.as(bob).post(`${path}restore/`);
  await drain(api);

  const toWebhook = recorder.requests.filter(({ path: to }) => to === '/webhook');
  // deleted before most could be told; the restored ticket shows again
  expect(new Set(toWebhook.map(({ headers }) => headers['x-ticketing-event']))).toEqual(
    new Set(INTEGRATION_EVENT_TYPES),
  );
  expect(recorder.requests.filter(({ path: to }) => to === '/services/slack')).toHaveLength(toWebhook.length);
  expect(JSON.stringify(recorder.requests)).toContain('A public word.');
  const all = JSON.stringify(recorder.requests);
  expect([CANARY, '"is_internal"', '@example.com'].filter((word) => all.includes(word))).toEqual([]);
  expect(
    toWebhook.map(({ body }) => JSON.parse(body).ticket.comment_count).filter((count) => count > 1),
  ).toEqual([]);
});
