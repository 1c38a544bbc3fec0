import { connectToEmbedded } from '../test/database.js';
import { productHome, signInAsAdmin } from '../test/product-home.js';
import { until } from '../test/until.js';

const home = productHome();

describe('the product on an empty directory', () => {
  it('makes an admin with a password shown once, and sample tickets; a second start keeps both', async () => {
    const first = await home.start();
    const password = /shown only now: (\S+)/.exec(first.output())![1]!;
    expect((await signInAsAdmin(first, password)).status).toBe(200);
    expect(await home.stop(first)).toBe(0);

    const second = await home.start();
    expect(second.output()).not.toContain('shown only now');
    const { access_token } = (await (await signInAsAdmin(second, password)).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${access_token}` };
    const tickets = (await (await fetch(`${second.url}/api/tickets/`, { headers })).json()) as {
      total: number;
    };
    expect(tickets.total).toBeGreaterThan(5);
    const templates = (await (await fetch(`${second.url}/api/templates/`, { headers })).json()) as {
      results: object[];
    };
    expect(templates.results).toHaveLength(2);
  }, 60_000);

  it('takes the admin of the configuration, and no samples when told so', async () => {
    const product = await home.start({ ADMIN_PASSWORD: 'correct horse battery', SAMPLE_DATA: 'false' });
    const { access_token } = (await (await signInAsAdmin(product, 'correct horse battery')).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${access_token}` };
    const tickets = (await (await fetch(`${product.url}/api/tickets/`, { headers })).json()) as {
      total: number;
    };
    expect(tickets.total).toBe(0);
  }, 60_000);

  it('answers what it has in hand at Ctrl-C, then ends, although clients keep their connections', async () => {
    const product = await home.start({ ADMIN_PASSWORD: 'correct horse battery' });
    const { access_token } = (await (await signInAsAdmin(product, 'correct horse battery')).json()) as {
      access_token: string;
    };
    const database = await connectToEmbedded(home.directory);
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
