import type { FastifyReply, FastifyRequest } from 'fastify';
import { loadEnv } from '../platform/config/env.js';
import { RefreshCookie } from './refresh-cookie.js';

const DEVELOPMENT = new RefreshCookie(loadEnv({}));
const PUBLIC = new RefreshCookie(loadEnv({ PUBLIC_URL: 'https://help.example.com/' }));

/** What the answer would set. */
function delivered(cookie: RefreshCookie): { name: string; attributes: object } {
  const set: [string, string, object][] = [];
  const reply = { setCookie: (...facts: [string, string, object]) => set.push(facts) };
  cookie.deliver(reply as unknown as FastifyReply, 'token', 'cookie');
  const [name, , attributes] = set[0]!;
  return { name, attributes };
}
const request = (name: string, headers: object) =>
  ({ cookies: { [name]: 'token' }, headers }) as unknown as FastifyRequest;

describe('the cookie', () => {
  it('is tied to this host and to https where the product is public', () =>
    expect(delivered(PUBLIC)).toEqual({
      name: '__Host-refresh',
      attributes: { path: '/', httpOnly: true, secure: true, sameSite: 'strict', maxAge: 1_209_600 },
    }));
  it('does without https on a developer’s machine', () => {
    expect(delivered(DEVELOPMENT).name).toBe('refresh');
    expect(delivered(DEVELOPMENT).attributes).toMatchObject({ httpOnly: true, secure: false });
  });
  it('of a developer’s machine means nothing where the product is public', () =>
    expect(PUBLIC.read(request('refresh', {}))).toBeUndefined());
});

describe('a request with the cookie', () => {
  it.each([
    ['from the public address', 'https://help.example.com'],
    ['without an Origin', undefined],
  ])('counts %s', (_, origin) => expect(PUBLIC.read(request('__Host-refresh', { origin }))).toBe('token'));
  it('counts from the host that it was sent to', () => {
    const headers = { origin: 'https://help.internal:8443', host: 'help.internal:8443' };
    expect(PUBLIC.read(request('__Host-refresh', headers))).toBe('token');
  });
  it.each(['https://evil.example', 'https://help.example.com.evil.example', 'null', ''])(
    'is refused from %j',
    (origin) => {
      const headers = { origin, host: 'help.example.com' };
      expect(() => PUBLIC.read(request('__Host-refresh', headers))).toThrow(
        /only counts for requests from this/,
      );
    },
  );
});
