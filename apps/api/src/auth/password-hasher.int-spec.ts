import { hash } from '@node-rs/argon2';
import { makeAccount } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { PasswordHasher } from './password-hasher.js';

const hasher = new PasswordHasher();

/** How long each takes at its fastest, in turn: a busy machine only ever makes it longer. */
async function fastest(...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map(() => Infinity);
  for (let round = 0; round < 7; round++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[i] = Math.min(times[i]!, performance.now() - start);
    }
  }
  return times;
}

describe('a password', () => {
  it('is kept as argon2id with 19 MiB and two passes', async () =>
    expect(await hasher.hash('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/));
  it('matches its hash and no other', async () => {
    const stored = await hasher.hash('correct horse');
    expect([await hasher.matches('correct horse', stored), await hasher.matches('wrong', stored)]).toEqual([
      true,
      false,
    ]);
  });
  it('of an address without account takes as long to refuse: the clock does not tell who has one', async () => {
    const stored = await hasher.hash('correct horse');
    const [known = 0, unknown = 0] = await fastest(
      () => hasher.matches('wrong', stored),
      () => hasher.matches('wrong', undefined),
    );
    expect(await hasher.matches('wrong', undefined)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3); // without a hash it would be a thousandth
  });
  it('waits in line with a hundred others, and is turned away behind them instead of waiting for ever', async () => {
    const busy = new PasswordHasher();
    const line = Array.from({ length: 102 }, () =>
      busy.hash('correct horse').catch((error) => error.kind.status),
    );
    expect(() => busy.hash('one too many')).toThrow(
      expect.objectContaining({ kind: expect.objectContaining({ status: 503 }) }),
    );
    expect((await Promise.all(line)).filter((result) => result === 503)).toEqual([]);
  });
});

describe('a password that was hashed with other costs', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const hashOf = async (id: number): Promise<string> => {
    const { rows } = await api.db.client.query('select password_hash from users where id = $1', [id]);
    return rows[0].password_hash;
  };

  it('is hashed anew at the next sign-in, and only then', async () => {
    const { id, email, password } = await makeAccount(api);
    const old = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await api.db.client.query('update users set password_hash = $2 where id = $1', [id, old]);
    await api.post('/api/auth/login/', { email, password: 'wrong' });
    expect(await hashOf(id)).toBe(old);
    await api.post('/api/auth/login/', { email, password });
    const renewed = await hashOf(id);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await api.post('/api/auth/login/', { email, password });
    expect(await hashOf(id)).toBe(renewed);
  });
});
