import { openApiDocument } from '../src/platform/http/swagger.js';
import { expectProblem } from './expect-problem.js';
import { fingerprint } from './fingerprint.js';
import { operationsIn } from './fuzz/operations.js';
import { makeAccount, makeAdmin, makeTicket, type Person } from './make.js';
import { type Route, writesOf } from './routes.js';
import { type Answer, startApi, type TestApi } from './start-api.js';

let api: TestApi;
let admin: Person;
let id: number;
beforeAll(async () => {
  api = await startApi();
  admin = await makeAdmin(api);
  await makeAccount(api, { email: 'ada@example.com' });
  ({ id } = await makeTicket(api, admin));
});
afterAll(() => api.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

/** The body as it is, byte for byte, to every route that changes something, as somebody who may do it. */
async function toEveryWrite(
  payload: string | Buffer,
  headers: Record<string, string> = JSON_TYPE,
): Promise<[Route, Answer][]> {
  const answers: [Route, Answer][] = [];
  for (const route of writesOf(api)) {
    const path = route.path.replace(':id', String(id));
    const send = api.as(admin)[route.method.toLowerCase() as 'post'];
    answers.push([route, await send(path, payload, headers)]);
  }
  return answers;
}

/** What each route takes at the most: sign-in routes little, because nobody is known there yet. */
function limitOf(path: string): number {
  if (path.startsWith('/api/auth')) return 8 * 1024;
  return /^\/api\/(client_logs|ratings)/.test(path) ? 16 * 1024 : 256 * 1024;
}

describe('every route that changes something refuses', () => {
  it.each<[string, number, () => string | Buffer]>([
    ['a body that is cut off', 400, () => '{"title":"abc'],
    ['a body that is no JSON', 400, () => 'title=abc'],
    ['a list', 400, () => '[{"title":"abc"}]'],
    ['null', 400, () => 'null'],
    ['a text', 400, () => '"abc"'],
    ['a number', 400, () => '1e999'],
    ['true', 400, () => 'true'],
    ['only spaces', 400, () => '   '],
    ['two bodies', 400, () => '{}{}'],
    ['NUL', 400, () => '{"content":"a\\u0000b"}'],
    ['NUL far inside', 400, () => '{"x":[{"y":["\\u0000"]}]}'],
    ['NUL in a name', 400, () => '{"a\\u0000":1}'],
    ['half a surrogate pair', 400, () => '{"content":"\\ud83d"}'],
    ['two halves in the wrong order', 400, () => '{"content":"\\ude00\\ud83d"}'],
    ['__proto__', 400, () => '{"__proto__":{"role":"admin"}}'],
    ['__proto__ inside', 400, () => '{"x":{"__proto__":{"role":"admin"}}}'],
    ['3,000 levels of objects', 400, () => '{"a":'.repeat(3_000) + '1' + '}'.repeat(3_000)],
    ['100,000 levels of lists', 400, () => `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['20,000 keys', 400, () => `{${Array.from({ length: 20_000 }, (_, i) => `"${i}":1`).join()}}`],
    ['60,000 keys', 413, () => `{${Array.from({ length: 60_000 }, (_, i) => `"${i}":1`).join()}}`],
    ['20,000 entries of a list', 400, () => `{"a":[${Array(20_000).fill(1).join()}]}`],
    ['more than the limit of each route', 413, () => JSON.stringify({ content: 'x'.repeat(256 * 1024) })],
    ['bytes that are no text', 400, () => Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
  ])('%s: %i, and nothing is stored', async (_, status, payload) => {
    const before = await fingerprint(api);
    const body = payload();
    for (const [{ path }, answer] of await toEveryWrite(body)) {
      expectProblem(answer, Buffer.byteLength(body) > limitOf(path) ? 413 : status);
    }
    expect(await fingerprint(api)).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a form with parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['XML', { 'content-type': 'application/xml' }],
    ['JSON that does not say so', {}],
    ['JSON under a name that looks like it', { 'content-type': 'application/jsonx' }],
    ['JSON in a form', { 'content-type': 'application/x-www-form-urlencoded; a=application/json' }],
  ])('%s: 415, and nothing is stored', async (_, headers) => {
    const before = await fingerprint(api);
    const body = '{"title":"Printer","content":"x","status":"closed"}';
    for (const [, answer] of await toEveryWrite(body, headers)) expectProblem(answer, 415);
    expect(await fingerprint(api)).toBe(before);
  });
});

/** Values that no field takes, whatever it is for. */
const NO_VALUES = [
  [1.5],
  [-1],
  [1e308],
  [9_007_199_254_740_993],
  [[]],
  [{}],
  [['x']],
  [{ constructor: { name: 'x' } }],
  [{ toString: 'x', valueOf: 1, hasOwnProperty: 1, then: 1, length: 5 }],
];
/** Fields for which an empty list says something: none. */
const MAY_BE_EMPTY: readonly string[] = ['tags'];
/** Longer than any field, shorter than the body limit of the route. */
const tooLong = (path: string) => ['x'.repeat(Math.min(30_000, limitOf(path) - 1_024))];
const FIELDS = [
  ['post', '/api/auth/register/', ['email', 'password', 'first_name', 'last_name', 'refresh_transport']],
  ['post', '/api/auth/login/', ['email', 'password', 'code', 'refresh_transport']],
  ['post', '/api/auth/refresh/', ['refresh_token']],
  ['patch', '/api/auth/me/', ['first_name', 'last_name']],
  ['post', '/api/auth/change_password/', ['current_password', 'new_password']],
  ['post', '/api/auth/forgot_password/', ['email']],
  ['post', '/api/auth/reset_password/', ['token', 'new_password']],
  ['post', '/api/auth/verify_email/', ['token']],
  ['post', '/api/auth/two_factor/enable/', ['code']],
  ['post', '/api/admin/jobs/retry_dead/', ['handler']],
  ['post', '/api/auth/two_factor/recovery_codes/', ['code']],
  ['post', '/api/auth/two_factor/disable/', ['password', 'code']],
  ['patch', '/api/users/:id/', ['role', 'is_active']],
  ['post', '/api/admin/users/', ['email', 'first_name', 'last_name', 'role']],
  ['patch', '/api/admin/users/:id/', ['email', 'first_name', 'last_name', 'role', 'is_active']],
  [
    'post',
    '/api/admin/integrations/',
    ['kind', 'name', 'url', 'site_url', 'project_key', 'issue_type', 'email', 'token', 'events'],
  ],
  [
    'patch',
    '/api/admin/integrations/:id/',
    ['name', 'url', 'site_url', 'project_key', 'issue_type', 'email', 'token', 'events', 'is_active'],
  ],
  ['post', '/api/tickets/:id/jira_issues/', ['integration_id']],
  ['post', '/api/admin/quarantine/:id/accept/', ['as', 'ticket_id', 'user_id']],
  ['post', '/api/client_logs/', ['level', 'message', 'stack', 'page', 'request_id']],
  ['post', '/api/notifications/read_all/', ['up_to']],
  ['post', '/api/notifications/read_ticket/', ['ticket_id']],
  ['patch', '/api/notifications/preferences/', ['preferences']],
  ['post', '/api/tickets/', ['title', 'description', 'category', 'priority', 'template_id', 'tags']],
  ['post', '/api/tickets/:id/rating/', ['score', 'comment']],
  ['post', '/api/ratings/look_up/', ['token']],
  ['post', '/api/ratings/by_link/', ['token', 'score', 'comment']],
  ['post', '/api/admin/tags/', ['name', 'color', 'description']],
  ['patch', '/api/admin/tags/:id/', ['name', 'color', 'description']],
  ['post', '/api/admin/templates/', ['name', 'title', 'description', 'category', 'priority', 'is_active']],
  [
    'patch',
    '/api/admin/templates/:id/',
    ['name', 'title', 'description', 'category', 'priority', 'is_active'],
  ],
  ['post', '/api/admin/templates/reorder/', ['ids']],
  [
    'patch',
    '/api/tickets/:id/',
    ['title', 'description', 'category', 'priority', 'status', 'assigned_to', 'tags'],
  ],
  [
    'patch',
    '/api/admin/tickets/:id/',
    ['title', 'description', 'category', 'priority', 'status', 'assigned_to', 'tags'],
  ],
  ['post', '/api/admin/tickets/bulk/preview/', ['ids', 'change']],
  ['post', '/api/admin/tickets/bulk/', ['ids', 'change']],
  ['post', '/api/admin/downloads/', ['path']],
  ['patch', '/api/tickets/:id/update_status/', ['status', 'admin_feedback']],
  ['patch', '/api/admin/comments/:id/', ['content']],
  ['post', '/api/tickets/:id/comments/', ['content', 'is_internal']],
  ['post', '/api/tickets/:id/add_comment/', ['content', 'is_internal']],
] as const;
const GOOD: Record<string, unknown> = {
  as: 'ticket',
  email: 'ada@example.com', // taken: a registration that passes validation would still be refused
  password: 'wrong password',
  current_password: 'wrong password',
  new_password: 'a quite different password',
  token: 'made-up-token',
  kind: 'webhook',
  url: 'https://1.1.1.1/webhooks/',
  events: ['ticket.created'], // of integrations
  code: '123456',
  role: 'user',
  level: 'error',
  message: 'x',
  first_name: 'Ada',
  last_name: 'Lovelace',
  title: 'Printer',
  description: 'x',
  category: 'bug',
  priority: 'low',
  status: 'open',
  content: 'x',
  name: 'Broken device',
  ids: [2_000_000_000],
  change: { priority: 'low' },
  score: 4,
};
const fieldCases = FIELDS.flatMap(([method, path, fields]) =>
  fields.map((field) => ({ method, path, field, others: fields.filter((other) => other !== field) })),
);

describe('every field', () => {
  it('of every body is in the table', () => {
    const documented = operationsIn(openApiDocument(api.app)).flatMap(({ method, path, body }) =>
      Object.keys(body?.properties ?? {}).map(
        (field) => `${method} ${path.replace('{id}', ':id')}/ ${field}`,
      ),
    );
    expect(fieldCases.map(({ method, path, field }) => `${method} ${path} ${field}`).sort()).toEqual(
      documented.sort(),
    );
  });
  it.each(fieldCases)(
    '$field of $method $path refuses what it is not for',
    async ({ method, path, field, others }) => {
      const before = await fingerprint(api);
      const good = Object.fromEntries(
        others.filter((name) => name in GOOD).map((name) => [name, GOOD[name]]),
      );
      const isNone = ([value]: unknown[]) => Array.isArray(value) && value.length === 0;
      const values = NO_VALUES.filter((one) => !isNone(one) || !MAY_BE_EMPTY.includes(field));
      for (const [value] of [...values, tooLong(path)]) {
        const answer = await api
          .as(admin)
          [method](path.replace(':id', String(id)), { ...good, [field]: value });
        expectProblem(answer, 400);
        expect(answer.body.errors).toEqual([{ pointer: `/${field}`, detail: expect.any(String) }]);
      }
      expect(await fingerprint(api)).toBe(before);
    },
  );
});

describe('names that objects have of their own', () => {
  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length'])(
    'are unknown fields like any other: %s',
    async (name) => {
      const body = {
        title: 'Printer',
        description: 'x',
        category: 'bug',
        priority: 'low',
        [name]: { [name]: 1 },
      };
      const answer = await api.as(admin).post('/api/tickets/', body);
      expect([answer.status, answer.body.title]).toEqual([201, 'Printer']);
    },
  );
});
