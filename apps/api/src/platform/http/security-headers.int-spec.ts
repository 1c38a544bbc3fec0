import { makeUser, type Person } from '../../../test/make.js';
import { type Answer, startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let ada: Person;
afterEach(() => api.stop());
const start = async (variables: Record<string, string> = {}) => {
  api = await startApi(variables);
  ada = await makeUser(api);
};

/** One of each kind of answer: made by a handler, a guard, a pipe, the router, the body parser, a static file. */
const KINDS: [string, () => Promise<Answer>, number][] = [
  ['a list', () => api.as(ada).get('/api/tickets/'), 200],
  ['an answer without a body', () => api.as(ada).post('/api/auth/logout/'), 204],
  ['wrong input', () => api.post('/api/auth/login/', {}), 400],
  ['not signed in', () => api.get('/api/tickets/'), 401],
  ['not allowed', () => api.as(ada).get('/api/users/'), 403],
  ['nothing there', () => api.get('/api/nothing/'), 404],
  ['an address that cannot be read', () => api.get('/api/%zz'), 404],
  ['a body too large', () => api.post('/api/auth/login/', { x: 'x'.repeat(300_000) }), 413],
  ['a form', () => api.post('/api/auth/login/', 'a=b', { 'content-type': 'text/plain' }), 415],
  ['a page', () => api.get('/api/docs'), 200],
  ['a file', () => api.get('/api/docs/swagger-ui.css'), 200],
];

describe('the headers of every answer', () => {
  it('forbid foreign scripts, frames and guesses of types', async () => {
    await start();
    for (const [kind, ask, status] of KINDS) {
      const { headers, ...answer } = await ask();
      expect({ kind, status: answer.status }).toEqual({ kind, status });
      expect(headers['content-security-policy']).toMatch(/default-src 'self';script-src 'self';/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(headers['content-security-policy']).toMatch(/;trusted-types [\w#' -]+(;|$)/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      await renewed();
    }
  });
  it('keep what the API says out of every cache', async () => {
    await start();
    for (const [, ask] of KINDS.slice(0, 9)) {
      expect((await ask()).headers['cache-control']).toBe('no-store');
      await renewed();
    }
  });
  it('ask for https from then on where the product is public, and only there', async () => {
    await start();
    expect((await api.get('/api/health/live')).headers).not.toHaveProperty('strict-transport-security');
    await api.stop();
    await start({ PUBLIC_URL: 'https://help.example.com' });
    expect((await api.get('/api/health/live')).headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});

/** One of the answers is a sign-out. */
async function renewed(): Promise<void> {
  ada = await makeUser(api);
}
