import { drain } from '../../test/drain.js';
import { expectProblem } from '../../test/expect-problem.js';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  api = await startApi();
  [ada, bob] = await Promise.all([makeUser(api), makeAdmin(api)]);
});
afterAll(() => api.stop());

const mute = (person: Person, id: number | string, verb = 'mute') =>
  api.as(person).post(`/api/tickets/${id}/${verb}/`);
const isMuted = async (person: Person, id: number) =>
  (await api.as(person).get(`/api/tickets/${id}/mute/`)).body.muted;
const bellOf = async (person: Person, id: number) => {
  await drain(api);
  const { results } = (await api.as(person).get('/api/notifications/?limit=100')).body;
  return results.filter(({ ticket }: { ticket: { id: number } }) => ticket.id === id).length;
};

describe('a muted ticket', () => {
  it('is one until it is unmuted; twice is once', async () => {
    const { id } = await makeTicket(api, ada);
    expect(await isMuted(ada, id)).toBe(false);
    for (const verb of ['mute', 'mute']) {
      expect(await mute(ada, id, verb)).toMatchObject({ status: 200, body: { muted: true } });
    }
    expect(await isMuted(ada, id)).toBe(true);
    for (const verb of ['unmute', 'unmute']) {
      expect(await mute(ada, id, verb)).toMatchObject({ status: 200, body: { muted: false } });
    }
    expect(await isMuted(ada, id)).toBe(false);
  });
  it('rings no bell of who muted it, and that of others', async () => {
    const { id } = await makeTicket(api, ada);
    await drain(api);
    const zoe = await makeAdmin(api);
    await mute(bob, id);
    await makeComment(api, ada, id);
    expect([await bellOf(bob, id), await bellOf(zoe, id)]).toEqual([1, 1]); // of bob: that it was opened
    await mute(bob, id, 'unmute');
    await makeComment(api, ada, id);
    expect(await bellOf(bob, id)).toBe(2);
  });
  it('is muted for one person, and does not change', async () => {
    const { id } = await makeTicket(api, ada);
    const before = (await api.as(ada).get(`/api/tickets/${id}/`)).body;
    await mute(ada, id);
    expect(await isMuted(bob, id)).toBe(false);
    expect((await api.as(ada).get(`/api/tickets/${id}/`)).body).toEqual(before);
  });
});

describe.each(['mute', 'unmute'])('POST /api/tickets/{id}/%s/', (verb) => {
  it("404 for somebody else's ticket, word for word like one that never was", async () => {
    const { id } = await makeTicket(api, ada);
    const eve = await makeUser(api);
    const [foreign, unknown] = [await mute(eve, id, verb), await mute(eve, 2_000_000_000, verb)];
    expectProblem(foreign, 404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
  });
  it('404 for a deleted ticket', async () => {
    const { id } = await makeTicket(api, ada);
    await api.as(bob).delete(`/api/tickets/${id}/`);
    expectProblem(await mute(ada, id, verb), 404);
  });
  it.each(['0', 'x', '99999999999'])('404 for %s', async (id) =>
    expectProblem(await mute(ada, id, verb), 404),
  );
  it('401 for nobody', async () => expectProblem(await api.post(`/api/tickets/1/${verb}/`), 401));
});

describe('GET /api/tickets/{id}/mute/', () => {
  it("404 for somebody else's ticket", async () => {
    const { id } = await makeTicket(api, ada);
    expectProblem(await api.as(await makeUser(api)).get(`/api/tickets/${id}/mute/`), 404);
  });
  it('401 for nobody', async () => expectProblem(await api.get('/api/tickets/1/mute/'), 401));
});
