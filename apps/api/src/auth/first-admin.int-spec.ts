import { makeUser } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { Env } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import { UsersRepository, UsersService } from '../users/index.js';
import { FirstAdminMaker } from './first-admin.js';
import { PasswordHasher } from './password-hasher.js';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.stop());

/** What the product does at its start, with this configuration. */
function makeAdmin(variables: Partial<Env>) {
  const env = Object.assign(new Env(), variables);
  const { app } = api;
  return new FirstAdminMaker(
    env,
    app.get(Database),
    app.get(UsersRepository),
    app.get(UsersService),
    app.get(PasswordHasher),
    app.get(EventLog),
    app.get(Log),
  ).makeIfEmpty();
}
const admins = async () =>
  (await api.db.client.query(`select email from users where role = 'admin'`)).rows.map(({ email }) => email);

describe('the first admin', () => {
  it('is not made in production without a password: there is no default account', async () => {
    expect(await makeAdmin({ NODE_ENV: 'production' })).toBeUndefined();
    expect(await admins()).toEqual([]);
  });
  it('is made in production with the password of the configuration, which is not shown', async () => {
    const made = await makeAdmin({
      NODE_ENV: 'production',
      ADMIN_EMAIL: 'boss@example.com',
      ADMIN_PASSWORD: 'correct horse battery',
    });
    expect(made).toEqual({ id: expect.any(Number), email: 'boss@example.com' });
    const credentials = { email: 'boss@example.com', password: 'correct horse battery' };
    expect((await api.post('/api/auth/login/', credentials)).body.user.role).toBe('admin');
  });
  it('has a random password of 96 bits elsewhere, another one each time', async () => {
    const { password } = (await makeAdmin({}))!;
    await api.db.client.query('truncate users cascade');
    const { password: another } = (await makeAdmin({}))!;
    expect(password).toMatch(/^[\w-]{16}$/);
    expect(another).not.toBe(password);
  });
  it('is not made where there is anybody already', async () => {
    await makeUser(api);
    expect(await makeAdmin({ ADMIN_PASSWORD: 'correct horse battery' })).toBeUndefined();
    expect(await admins()).toEqual([]);
  });
});
