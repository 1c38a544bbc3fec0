import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from '../../test/start-api.js';
import { until } from '../../test/until.js';

let directory: string;
let api: TestApi;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ticketing-client-'));
  api = await startApi({ LOG_DIR: directory, RATE_LIMIT_FACTOR: '1' });
});
afterAll(async () => {
  await api.stop();
  await rm(directory, { recursive: true });
});

const report = (body: object) => api.post('/api/client_logs/', body);
const log = () => readFile(join(directory, 'app.log'), 'utf8').catch(() => '');

describe('POST /api/client_logs/', () => {
  it('writes one line, whatever the text has in it', async () => {
    const message = 'x is undefined\n{"level":"error","message":"forged"}';
    expect((await report({ level: 'error', message, page: '/tickets/1', request_id: 'abc' })).status).toBe(
      204,
    );
    await until(async () => (await log()).includes('client reports'));
    const lines = (await log())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ message: phrase }) => phrase === 'forged')).toEqual([]);
    expect(lines.find(({ message: phrase }) => phrase === 'client reports')).toMatchObject({
      level: 'error',
      log: 'client',
      client: { message, page: '/tickets/1', request_id: 'abc' },
    });
  });

  it.each([
    ['nothing', {}],
    ['an unknown level', { level: 'fatal', message: 'x' }],
    ['no message', { level: 'error', message: '' }],
    ['a message over 500 characters', { level: 'error', message: 'x'.repeat(501) }],
  ])('400 for %s', async (_, body) => expect((await report(body)).status).toBe(400));

  it('413 for more than 16 KiB', async () => {
    expect((await report({ level: 'error', message: 'x', stack: 'y'.repeat(17_000) })).status).toBe(413);
  });

  it('429 when a browser cannot stop', async () => {
    const statuses = [];
    for (let i = 0; i < 61; i++) statuses.push((await report({ level: 'info', message: 'again' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
