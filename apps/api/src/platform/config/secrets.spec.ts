import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { loadEnv } from './env.js';
import { loadSecrets, Secrets } from './secrets.js';

const hex = (key: KeyObject) => key.export().toString('hex');
const ROOT = 'one secret that is long enough for tests';

describe('a key', () => {
  it('has 256 bits', () => expect(new Secrets(ROOT).keyFor('cursor').symmetricKeySize).toBe(32));
  it('is the same for the same purpose, in every process', () =>
    expect(hex(new Secrets(ROOT).keyFor('cursor'))).toBe(hex(new Secrets(ROOT).keyFor('cursor'))));
  it('of one purpose opens nothing of another', () =>
    expect(hex(new Secrets(ROOT).keyFor('cursor'))).not.toBe(hex(new Secrets(ROOT).keyFor('access-token'))));
  it('follows from the secret', () =>
    expect(hex(new Secrets(ROOT).keyFor('cursor'))).not.toBe(hex(new Secrets(`${ROOT}!`).keyFor('cursor'))));
});

describe('without a configured secret', () => {
  const DATA_DIR = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'not', 'there', 'yet');
  const keyOf = (variables: Record<string, string>) => hex(loadSecrets(loadEnv(variables)).keyFor('cursor'));

  it('one is made and kept beside the data', () => {
    const key = keyOf({ DATA_DIR });
    expect(keyOf({ DATA_DIR })).toBe(key);
    expect(readFileSync(join(DATA_DIR, 'secret-key'), 'utf8')).toMatch(/^[\w-]{64}$/);
  });
  it('nobody else on the machine may read it', () =>
    expect(statSync(join(DATA_DIR, 'secret-key')).mode & 0o777).toBe(0o600));
  it('a configured one comes first', () =>
    expect(keyOf({ DATA_DIR, SECRET_KEY: ROOT })).toBe(hex(new Secrets(ROOT).keyFor('cursor'))));
});
