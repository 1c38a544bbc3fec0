import { createHmac, createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { Secrets } from '../platform/config/secrets.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let key: KeyObject;
beforeAll(async () => {
  api = await startApi();
  [ada, eve] = await Promise.all([makeUser(api), makeUser(api)]);
  key = api.app.get(Secrets).keyFor('access-token');
});
afterAll(() => api.stop());

const NOW = Math.floor(Date.now() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand: signed with our own key, wrong in exactly the one way that the test says. */
function token(claims: object = {}, header: object = {}, signer = key, hash = 'sha256'): string {
  const good = {
    sub: String(ada.id),
    sid: ada.sessionId,
    typ: 'access',
    iss: 'ticketing',
    aud: 'ticketing-api',
    iat: NOW,
    exp: NOW + 600,
  };
  const body = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part({ ...good, ...claims })}`;
  return `${body}.${createHmac(hash, signer).update(body).digest('base64url')}`;
}
const statusOf = async (authorization: string) =>
  (await api.get('/api/auth/me/', undefined, { authorization })).status;

it('a token made by hand like ours is taken: the refusals below have the one reason that they name', async () =>
  expect(await statusOf(`Bearer ${token()}`)).toBe(200));

describe('401 for an access token', () => {
  it.each<[string, () => string]>([
    ['for another audience', () => token({ aud: 'other' })],
    ['without an audience', () => token({ aud: undefined })],
    ['of another issuer', () => token({ iss: 'other' })],
    ['that is a refresh token by its typ', () => token({ typ: 'refresh' })],
    ['without a typ', () => token({ typ: undefined })],
    ['that has expired', () => token({ iat: NOW - 700, exp: NOW - 100 })],
    ['that expires now', () => token({ iat: NOW - 600, exp: NOW })],
    ['that ended before its ten minutes were over', () => token({ iat: NOW - 60, exp: NOW - 1 })],
    ['without an end', () => token({ exp: undefined })],
    ['without a beginning', () => token({ iat: undefined })],
    [
      'that is older than any of ours, however late its end',
      () => token({ iat: NOW - 3_600, exp: NOW + 3_600 }),
    ],
    ['that is not valid yet', () => token({ nbf: NOW + 300 })],
    ['without a session', () => token({ sid: undefined })],
    ['of a session that never was', () => token({ sid: randomUUID() })],
    ['of a session that is no id of one', () => token({ sid: 'x' })],
    ["with somebody else's session", () => token({ sid: eve.sessionId })],
    ['without a person', () => token({ sub: undefined })],
    ['signed with another key', () => token({}, {}, createSecretKey(Buffer.alloc(32, 1)))],
    ['signed with the key for cursors', () => token({}, {}, api.app.get(Secrets).keyFor('cursor'))],
    ['signed with HS512', () => token({}, { alg: 'HS512' }, key, 'sha512')],
    ['that says HS512 and is signed with HS256', () => token({}, { alg: 'HS512' })],
    ['that says none', () => token({}, { alg: 'none' })],
    ['that says none and has no signature', () => token({}, { alg: 'none' }).replace(/[^.]+$/, '')],
    ['whose claims were changed after signing', () => withClaims(token(), { sub: String(eve.id) })],
    ['that is cut off', () => token().slice(0, -2)],
    ['that is no token', () => 'abc'],
    ['that is empty', () => ''],
  ])('%s', async (_, make) => expect(await statusOf(`Bearer ${make()}`)).toBe(401));

  it.each(['Basic', 'Token', ''])('that comes as "%s"', async (scheme) =>
    expect(await statusOf(`${scheme} ${token()}`.trim())).toBe(401),
  );
  it('in the address instead of the header', async () =>
    expect((await api.get(`/api/auth/me/?access_token=${token()}`)).status).toBe(401));
});

function withClaims(signed: string, claims: object): string {
  const [header, body, signature] = signed.split('.') as [string, string, string];
  const old = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  return [header, part({ ...old, ...claims }), signature].join('.');
}
