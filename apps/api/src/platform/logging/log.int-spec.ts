import { jest } from '@jest/globals';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAccount, makeTicket, makeUser } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { until } from '../../../test/until.js';

let directory: string;
let api: TestApi;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ticketing-log-'));
  api = await startApi({ LOG_DIR: directory, DEBUG: 'true' });
});
afterAll(async () => {
  await api.stop();
  await rm(directory, { recursive: true });
});

/** What was logged about the request, once its last line is written. */
async function linesOf(requestId: string | undefined): Promise<Record<string, unknown>[]> {
  let lines: Record<string, unknown>[] = [];
  await until(async () => {
    lines = (await text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['requestId'] === requestId);
    return lines.some(({ message }) => message === 'request');
  });
  return lines;
}
const text = () => readFile(join(directory, 'app.log'), 'utf8').catch(() => '');

describe('the log', () => {
  it('says of every request what it was, how it ended and by whom', async () => {
    const ada = await makeUser(api);
    const { headers } = await api.as(ada).get('/api/tickets/1/');
    expect(await linesOf(headers['x-request-id'])).toContainEqual(
      expect.objectContaining({
        level: 'info',
        message: 'request',
        method: 'GET',
        route: '/api/tickets/:id',
        status: 404,
        actorId: ada.id,
        ms: expect.any(Number),
      }),
    );
  });
  it('names what was done, in the request that did it', async () => {
    const ada = await makeUser(api);
    const { headers, body } = await api.as(ada).post('/api/tickets/', {
      title: 'Line\nbreak"}{"level":"error',
      description: 'x',
      category: 'bug',
      priority: 'low',
    });
    expect(await linesOf(headers['x-request-id'])).toContainEqual(
      expect.objectContaining({ message: 'ticket created', ticketId: body.id }),
    );
  });
  it('never has passwords, tokens, cookies or what people write', async () => {
    const { email, password, session } = await makeAccount(api, { password: 'pass-canary-1' });
    const as = api.as({ token: session.access_token });
    await api.post('/api/auth/login/', { email, password: 'wrong-canary-2' });
    const last = await api.post('/api/auth/login/', { email, password, refresh_transport: 'cookie' });
    await api.post('/api/auth/refresh/', { refresh_token: session.refresh_token });
    await api.post('/api/auth/refresh/', { refresh_token: session.refresh_token, x: 'body-canary-3' });
    await as.get('/api/tickets/?q=query-canary-4');
    await makeTicket(api, await makeUser(api), { title: 'title-canary-5', description: 'text-canary-6' });
    await as.get('/api/auth/me/', undefined, { cookie: 'refresh=cookie-canary-7' });
    await api.get('/api/auth/me/', undefined, { authorization: 'Bearer token-canary-8' });
    await as.patch('/api/auth/me/', { first_name: 'name-canary-9' });
    const { headers } = await api.post('/api/auth/register/', {
      email: 'nobody',
      password: 'pass-canary-10',
    });
    await linesOf(last.headers['x-request-id']);
    await linesOf(headers['x-request-id']);
    const log = await text();
    expect(log).toContain('sign-in refused');
    expect(log).not.toMatch(/canary/);
    expect(log).not.toContain(email);
    expect(log).not.toContain(session.access_token);
    expect(log).not.toContain(session.refresh_token);
  });
});

describe('the files of the log', () => {
  const linesIn = async (file: string) =>
    (await readFile(join(directory, file), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('auth.log has every sign-in, good or bad, and nothing else', async () => {
    const { email, password } = await makeAccount(api);
    await api.post('/api/auth/login/', { email, password });
    await api.post('/api/auth/login/', { email, password: 'wrong' });
    await until(async () => (await linesIn('auth.log')).some(({ message }) => message === 'sign-in refused'));
    const lines = await linesIn('auth.log');
    expect(lines.map(({ message }) => message)).toEqual(expect.arrayContaining(['registered', 'signed in']));
    expect(lines.every(({ log }) => log === 'auth')).toBe(true);
  });

  it('error.log has what failed, with its stack and request', async () => {
    await api.db.client.query('alter table ticket_search rename to away');
    const ada = await makeUser(api);
    const ticket = { title: 'Printer', description: 'x', category: 'bug', priority: 'low' };
    const { status, headers } = await api.as(ada).post('/api/tickets/', ticket);
    await api.db.client.query('alter table away rename to ticket_search');
    expect(status).toBe(500);
    await until(async () => (await readFile(join(directory, 'error.log'), 'utf8').catch(() => '')) !== '');
    expect((await linesIn('error.log')).at(-1)).toMatchObject({
      message: 'request failed',
      requestId: headers['x-request-id'],
      error: { stack: expect.stringContaining('ticket_search') },
    });
  });
});

describe('a full disk', () => {
  it('loses lines, and neither answers nor the process', async () => {
    const full = await mkdtemp(join(tmpdir(), 'ticketing-full-'));
    const day = new Date().toISOString().slice(0, 10);
    for (const name of ['app', 'auth', 'error']) await symlink('/dev/full', join(full, `${name}-${day}.log`));
    const complaints = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const other = await startApi({ LOG_DIR: full });
    const ada = await makeUser(other);
    for (let i = 0; i < 50; i++) expect((await other.as(ada).get('/api/tickets/')).status).toBe(200);
    await until(async () => complaints.mock.calls.some(([text]) => String(text).includes('ENOSPC')));
    complaints.mockRestore();
    await other.stop();
    await rm(full, { recursive: true });
  });
});
