import { readFileSync } from 'node:fs';
import { Env, InvalidEnvError, loadEnv, OPTIONAL_VARIABLES } from './env.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://ticketing@db/ticketing',
  SECRET_KEY: 'Zk3v9QpL7xT2mWcY8rBn5HdJ4fGs6AeU0oIq',
};

describe('configuration', () => {
  it('starts on defaults', () => {
    expect(loadEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEBUG: false, SAMPLE_DATA: true });
  });

  it('reads numbers and flags as what they are', () => {
    expect(loadEnv({ PORT: '8080', SAMPLE_DATA: 'false' })).toMatchObject({ PORT: 8080, SAMPLE_DATA: false });
  });

  it('takes an empty variable as unset', () => {
    expect(loadEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'many'],
    ['DEBUG', 'perhaps'],
    ['DATABASE_URL', 'mysql://db'],
    ['REDIS_URL', 'localhost'],
    ['SECRET_KEY', 'short'],
    ['INBOUND_SECRET', 'short'],
    ['INBOUND_ADDRESS', 'an-address-of-too-many-letters@example.com'],
    ['IMAP_URL', 'imaps://mail.example.com'],
    ['ADMIN_EMAIL', 'nobody'],
    ['NODE_ENV', 'staging'],
    ['PUBLIC_URL', 'not an address'],
    ['MAIL_GATHER_SECONDS', '-1'],
    ['AUTO_CLOSE_DAYS', '-1'],
    ['AUTO_CLOSE_WARNING_DAYS', '1.5'],
  ])('names %s when it cannot be used, and not its value', (name, value) => {
    expect(() => loadEnv({ [name]: value })).toThrow(new RegExp(`${name} (?!.*${value})`));
  });

  it('cannot be changed after it was read', () => {
    expect(Object.isFrozen(loadEnv({}))).toBe(true);
  });

  it('builds the public address from the port unless it is given', () => {
    expect(loadEnv({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
    expect(loadEnv({ PUBLIC_URL: 'https://help.example.com/' }).publicUrl).toBe('https://help.example.com');
  });

  it.each([
    ['.env.example', /^#?\s?([A-Z_]+)=(.*)$/gm],
    ['README.md', /^\| `([A-Z_]+)` \|\s*`?([^`|]*?)`?\s*\|/gm],
  ])('lists the same variables and defaults in %s', (file, line) => {
    const text = readFileSync(file, 'utf8');
    const listed = Object.fromEntries([...text.matchAll(line)].map((m) => [m[1], m[2]!.trim()]));
    const unset = Object.fromEntries(OPTIONAL_VARIABLES.map((name) => [name, '']));
    const defaults = Object.entries(new Env()).filter(([, value]) => value !== undefined);
    expect(listed).toEqual({
      ...unset,
      ...Object.fromEntries(defaults.map(([name, v]) => [name, String(v)])),
    });
  });
});

describe('in production', () => {
  it('starts with a database and a random secret', () => {
    expect(loadEnv(PRODUCTION).isProduction).toBe(true);
  });

  it.each([
    ['DATABASE_URL', ''],
    ['SECRET_KEY', ''],
    ['SECRET_KEY', 'please-change-me-please-change-me-please'],
    ['SECRET_KEY', 'abababababababababababababababababab'],
    ['INBOUND_SECRET', 'please-change-me-please-change-me-please'],
    ['INBOUND_SECRET', 'abababababababababababababababababab'],
  ])('refuses to start and names %s when it is "%s"', (name, value) => {
    expect(() => loadEnv({ ...PRODUCTION, [name]: value })).toThrow(InvalidEnvError);
    expect(() => loadEnv({ ...PRODUCTION, [name]: value })).toThrow(name);
  });
});
