import { makeRegistered, makeUser, PASSWORD, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const signInAgain = async (person: Person, userAgent: string): Promise<Person> => {
  const credentials = { email: person.email, password: PASSWORD };
  const { body } = await api.post('/api/auth/login/', credentials, { 'user-agent': userAgent });
  return { ...person, token: body.access_token };
};
const list = async (person: Person) => (await api.as(person).get('/api/auth/sessions/')).body.results;
const isIn = async (person: Person) => (await api.as(person).get('/api/auth/me/')).status === 200;

describe('the own sessions', () => {
  it('are listed with device and address, this one marked', async () => {
    const desk = await makeRegistered(api);
    const phone = await signInAgain(desk, 'Phone 1.0');
    const sessions = await list(phone);
    expect(sessions).toHaveLength(2);
    expect(sessions.find((session: { is_current: boolean }) => session.is_current)).toMatchObject({
      user_agent: 'Phone 1.0',
      ip: '127.0.0.1',
    });
  });
  it('are not shown to others', async () => {
    await makeRegistered(api);
    const eve = await makeUser(api);
    expect(await list(eve)).toHaveLength(1);
  });
  it('can be ended one by one; the token of the ended one is dead', async () => {
    const desk = await makeRegistered(api);
    const phone = await signInAgain(desk, 'Phone 1.0');
    const [{ id }] = (await list(desk)).filter((session: { is_current: boolean }) => !session.is_current);
    expect((await api.as(desk).delete(`/api/auth/sessions/${id}/`)).status).toBe(204);
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false]);
    expect(await list(desk)).toHaveLength(1);
  });
  it('can all be ended but this one', async () => {
    const desk = await makeRegistered(api);
    const others = [await signInAgain(desk, 'A'), await signInAgain(desk, 'B')];
    expect((await api.as(desk).post('/api/auth/sessions/end_others/')).status).toBe(204);
    expect([await isIn(desk), ...(await Promise.all(others.map(isIn)))]).toEqual([true, false, false]);
  });
  it("404 for somebody else's, an ended and a made-up one, all the same", async () => {
    const [ada, eve] = [await makeRegistered(api), await makeRegistered(api)];
    const ids = [ada.sessionId, 'not-a-uuid', '00000000-0000-4000-8000-000000000000'];
    const answers = await Promise.all(ids.map((id) => api.as(eve).delete(`/api/auth/sessions/${id}/`)));
    expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(
      Array(3).fill([404, 'There is no such session.']),
    );
    expect(await isIn(ada)).toBe(true);
  });
});
