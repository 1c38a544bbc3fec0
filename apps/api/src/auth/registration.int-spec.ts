import { randomUUID } from 'node:crypto';
import { expectProblem } from '../../test/expect-problem.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const someone = (fields: object = {}) => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse battery',
  first_name: 'Ada',
  last_name: 'Lovelace',
  ...fields,
});
const register = (person: object, key: string) =>
  api.post('/api/auth/register/', person, { 'idempotency-key': key });
const accountsOf = async (email: string): Promise<number> => {
  const { rows } = await api.db.client.query('select 1 from users where email = $1', [email]);
  return rows.length;
};

describe('registering again with the same Idempotency-Key', () => {
  it('makes one account and signs in to it', async () => {
    const person = someone();
    const [first, again] = [await register(person, 'one'), await register(person, 'one')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body.user).toEqual(first.body.user);
    expect((await api.as({ token: again.body.access_token }).get('/api/auth/me/')).status).toBe(200);
    expect(await accountsOf(person.email)).toBe(1);
  });
  it('five times at once makes one account, and everybody is signed in to it', async () => {
    const person = someone();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(person, 'two')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.user.id)).size).toBe(1);
    expect(await accountsOf(person.email)).toBe(1);
  });
  it.each<[string, object]>([
    ['another name', { last_name: 'Byron' }],
    ['another password', { password: 'a quite different password' }],
  ])('but %s is refused with 422', async (_, fields) => {
    const person = someone();
    await register(person, 'three');
    const answer = await register({ ...person, ...fields }, 'three');
    expectProblem(answer, 422);
    expect(answer.body.type).toBe('/problems/idempotency-key-reused');
  });
  it("does not open somebody else's account: another key is the 409 that it always was", async () => {
    const person = someone();
    await register(person, 'four');
    expectProblem(await register(person, 'five'), 409);
    expectProblem(await api.post('/api/auth/register/', person), 409);
  });
  it('does not walk around a second factor that was switched on since', async () => {
    const person = someone();
    const { body } = await register(person, 'six');
    await api.db.client.query(`update users set totp_seed = 'x', totp_confirmed_at = now() where id = $1`, [
      body.user.id,
    ]);
    expectProblem(await register(person, 'six'), 409);
  });
  it('keeps no token and nothing that a password could be guessed from', async () => {
    const person = someone();
    const { body } = await register(person, 'seven');
    const { rows } = await api.db.client.query(
      'select body, headers, request_hash from idempotency_keys where actor_id = $1',
      [body.user.id],
    );
    expect(rows).toEqual([{ body: null, headers: null, request_hash: expect.any(Buffer) }]);
  });
  it('a malformed key is a 400', async () => expectProblem(await register(someone(), 'ä'), 400));
});
