import { createServer } from 'node:net';
import { once } from 'node:events';
import { productHome, signInAsAdmin } from '../test/product-home.js';
import { freePort } from '../test/start-product.js';

const home = productHome();

describe('a start that cannot be', () => {
  it('says in one sentence that the port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const product = await home.start({ PORT: String(port) });
    other.close();
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe(`Port ${port} is taken; set PORT to another one.\n`);
  });

  it('says in one sentence that another instance has the data, and leaves that one alone', async () => {
    const first = await home.start({ SAMPLE_DATA: 'false' });
    const second = await home.start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/^\S+ is in use by another instance \(process \d+\)\.\n$/);
    expect((await fetch(`${first.url}/api/health/ready`)).status).toBe(200);
  }, 60_000);

  it('names what is missing in production', async () => {
    const product = await home.start({ NODE_ENV: 'production' });
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe(
      'Configuration: DATABASE_URL is required in production; SECRET_KEY is required in production.\n',
    );
  });

  it('says that the database does not answer', async () => {
    const product = await home.start({
      DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none`,
    });
    expect(await product.ended()).toBe(1);
    expect(product.output()).toBe('The database of DATABASE_URL does not answer.\n');
  });
});

describe('after the process was killed', () => {
  it('the next start stops the orphaned database and goes on with the data', async () => {
    const first = await home.start({ ADMIN_PASSWORD: 'correct horse battery', SAMPLE_DATA: 'false' });
    first.process.kill('SIGKILL');
    await first.ended();
    const second = await home.start();
    expect((await signInAsAdmin(second, 'correct horse battery')).status).toBe(200);
  }, 60_000);
});
