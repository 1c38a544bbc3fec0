import { Env } from './env.js';
import { requireProductionReady } from './production-rules.js';

const READY = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://ticketing@db/ticketing',
  SECRET_KEY: 'Zk3v9QpL7xT2mWcY8rBn5HdJ4fGs6AeU0oIq',
} as const;
const complaints = (facts: Partial<Env>) => requireProductionReady(Object.assign(new Env(), facts));

describe('a start in production', () => {
  it('needs nothing more than a database and a random secret', () => expect(complaints(READY)).toEqual([]));
  it('names everything that is missing', () =>
    expect(complaints({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL is required in production',
      'SECRET_KEY is required in production',
    ]));
  it.each([
    'Please-Change-Me-Please-Change-Me-1',
    'my-SECRET-my-secret-my-secret-1234',
    'x1234567x1234567x1234567abcdefgh',
  ])('takes no sample as a secret: %s', (SECRET_KEY) =>
    expect(complaints({ ...READY, SECRET_KEY })).toEqual(['SECRET_KEY must be random, not a sample']),
  );
  it('never shows the secret that it refuses', () =>
    expect(complaints({ ...READY, SECRET_KEY: 'password'.repeat(5) }).join()).not.toContain(
      'passwordpassword',
    ));
});

it('everywhere else nothing is asked for', () => expect(complaints({ NODE_ENV: 'development' })).toEqual([]));
