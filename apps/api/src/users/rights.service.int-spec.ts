import { makeAdmin, makeRegistered, makeUser, PASSWORD, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let api: TestApi;
let admin: Person;
beforeAll(async () => {
  api = await startApi();
  admin = await makeAdmin(api);
});
afterAll(() => api.stop());

const update = (id: number, body: object, by = admin) => api.as(by).patch(`/api/users/${id}/`, body);
/** Somebody waits for a lock. */
const isWaiting = () =>
  until(async () => {
    const text = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await api.db.client.query(text)).rowCount === 1;
  });
const tickets = async (person: Person) => (await api.as(person).get('/api/tickets/assigned_to_me/')).status;

describe('PATCH /api/users/{id}/', () => {
  it('makes somebody an admin, from the next request on, and back', async () => {
    const ada = await makeUser(api);
    expect(await tickets(ada)).toBe(403);
    expect((await update(ada.id, { role: 'admin' })).body).toMatchObject({ id: ada.id, role: 'admin' });
    expect(await tickets(ada)).toBe(200);
    await update(ada.id, { role: 'user' });
    expect(await tickets(ada)).toBe(403);
  });
  it('shuts somebody out at once, refresh and sign-in included; and lets them in again', async () => {
    const ada = await makeRegistered(api);
    expect((await update(ada.id, { is_active: false })).body.is_active).toBe(false);
    expect((await api.as(ada).get('/api/auth/me/')).status).toBe(401);
    const login = () => api.post('/api/auth/login/', { email: ada.email, password: PASSWORD });
    expect((await login()).status).toBe(401);
    await update(ada.id, { is_active: true });
    expect((await login()).status).toBe(200);
  });
  it('shuts out also who is signing in at that moment: nothing is left for when they are let in again', async () => {
    const ada = await makeRegistered(api);
    await api.db.client.query('begin');
    await api.db.client.query('update users set is_active = false where id = $1', [ada.id]);
    const login = api.post('/api/auth/login/', { email: ada.email, password: PASSWORD });
    await Promise.race([login, isWaiting()]);
    await api.db.client.query('commit');
    expect((await login).status).toBe(401);
  });
  it('makes one line of history, none when nothing changes', async () => {
    const ada = await makeUser(api);
    await update(ada.id, { role: 'admin' });
    await update(ada.id, { role: 'admin' });
    const { rows } = await api.db.client.query(
      `select actor_id, data from events where type = 'user.rights_changed' and (data->>'user_id')::int = $1`,
      [ada.id],
    );
    expect(rows).toEqual([{ actor_id: admin.id, data: expect.objectContaining({ user_id: ada.id }) }]);
    await update(ada.id, { role: 'user' });
  });
  it.each([[{ role: 'king' }], [{ role: null }], [{ is_active: 'no' }]])('400 for %j', async (body) => {
    expect((await update((await makeUser(api)).id, body)).status).toBe(400);
  });
  it('401 anonymous, 403 user, 404 unknown', async () => {
    const ada = await makeUser(api);
    const path = `/api/users/${ada.id}/`;
    expect((await api.patch(path, {})).status).toBe(401);
    expect((await update(ada.id, { role: 'admin' }, ada)).status).toBe(403);
    expect((await update(2_000_000_000, {})).status).toBe(404);
  });
});

describe('the last active admin', () => {
  it('stays one, and active', async () => {
    for (const body of [{ role: 'user' }, { is_active: false }]) {
      const { status, body: problem } = await update(admin.id, body);
      expect([status, problem.type]).toEqual([409, '/problems/last-admin']);
    }
  });
  it('stays although two admins take the rights of each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const other = await makeAdmin(api);
      const answers = await Promise.all([
        update(other.id, { role: 'user' }, admin),
        update(admin.id, { is_active: false }, other),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
      const { rows } = await api.db.client.query(`select id from users where role = 'admin' and is_active`);
      expect(rows).toHaveLength(1);
      await api.db.client.query(
        `update users set role = 'admin', is_active = (id = $1) where id in ($1, $2)`,
        [admin.id, other.id],
      );
    }
  });
});
