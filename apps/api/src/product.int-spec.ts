import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToEmbedded } from '../test/database.js';
import { until } from '../test/until.js';
import { freePort, type RunningProduct, startProduct } from '../test/start-product.js';

let directory: string;
const running: RunningProduct[] = [];

const start = async (variables: Record<string, string> = {}) => {
  const product = await startProduct({ DATA_DIR: directory, ...variables });
  running.push(product);
  return product;
};

const stop = (product: RunningProduct) => {
  product.process.kill('SIGINT');
  return product.ended();
};

const signIn = (product: RunningProduct, password: string) =>
  fetch(`${product.url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.com', password }),
  });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ticketing-product-'));
});
afterEach(async () => {
  for (const product of running.splice(0)) await stop(product);
  await rm(directory, { recursive: true, force: true });
});

describe('the product on an empty directory', () => {
  it('makes an admin with a password shown once, and sample tickets; a second start keeps both', async () => {
    const first = await start();
    const password = /shown only now: (\S+)/.exec(first.output())![1]!;
    expect((await signIn(first, password)).status).toBe(200);
    expect(await stop(first)).toBe(0);

    const second = await start();
    expect(second.output()).not.toContain('shown only now');
    const { access_token } = (await (await signIn(second, password)).json()) as { access_token: string };
    const headers = { authorization: `Bearer ${access_token}` };
    const tickets = (await (await fetch(`${second.url}/api/tickets/`, { headers })).json()) as {
      total: number;
    };
    expect(tickets.total).toBeGreaterThan(5);
  }, 60_000);

  it('takes the admin of the configuration, and no samples when told so', async () => {
    const product = await start({ ADMIN_PASSWORD: 'correct horse battery', SAMPLE_DATA: 'false' });
    const { access_token } = (await (await signIn(product, 'correct horse battery')).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${access_token}` };
    const tickets = (await (await fetch(`${product.url}/api/tickets/`, { headers })).json()) as {
      total: number;
    };
    expect(tickets.total).toBe(0);
  }, 60_000);

  it('answers what it has in hand at Ctrl-C, then ends, although clients keep their connections', async () => {
    const product = await start({ ADMIN_PASSWORD: 'correct horse battery' });
    const { access_token } = (await (await signIn(product, 'correct horse battery')).json()) as {
      access_token: string;
    };
    const database = await connectToEmbedded(directory);
    await database.query('begin; lock table tickets in access exclusive mode');
    const headers = { authorization: `Bearer ${access_token}` };
    const answers = Array.from({ length: 5 }, () => fetch(`${product.url}/api/tickets/1/`, { headers }));
    await until(async () => {
      const { rows } = await database.query('select 1 from pg_locks where not granted');
      return rows.length >= 5;
    });
    product.process.kill('SIGTERM');
    await until(async () => product.output().includes('stopping'));
    await database.query('rollback');
    await database.end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await product.ended()).toBe(0);
  }, 60_000);
});

describe('a start that cannot be', () => {
  it('says in one sentence that the port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const product = await start({ PORT: String(port) });
    other.close();
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe(`Port ${port} is taken; set PORT to another one.\n`);
  });

  it('says in one sentence that another instance has the data, and leaves that one alone', async () => {
    const first = await start({ SAMPLE_DATA: 'false' });
    const second = await start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/^\S+ is in use by another instance \(process \d+\)\.\n$/);
    expect((await fetch(`${first.url}/api/health/ready`)).status).toBe(200);
  }, 60_000);

  it('names what is missing in production', async () => {
    const product = await start({ NODE_ENV: 'production' });
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe(
      'Configuration: DATABASE_URL is required in production; SECRET_KEY is required in production.\n',
    );
  });

  it('says that the database does not answer', async () => {
    const product = await start({ DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none` });
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe('The database of DATABASE_URL does not answer.\n');
  });
});

describe('after the process was killed', () => {
  it('the next start stops the orphaned database and goes on with the data', async () => {
    const first = await start({ ADMIN_PASSWORD: 'correct horse battery', SAMPLE_DATA: 'false' });
    first.process.kill('SIGKILL');
    await first.ended();
    const second = await start();
    expect((await signIn(second, 'correct horse battery')).status).toBe(200);
  }, 60_000);
});
