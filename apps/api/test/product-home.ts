import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProduct, startProduct } from './start-product.js';

/** A data directory for one test, and the products that run on it. */
export interface ProductHome {
  readonly directory: string;
  start(variables?: Record<string, string>): Promise<RunningProduct>;
  /** Ctrl-C. @returns the exit code */
  stop(product: RunningProduct): Promise<number | null>;
}

/** Call it once in a spec file: each test gets an empty directory, and leaves neither process nor file behind. */
export function productHome(): ProductHome {
  let directory = '';
  const running: RunningProduct[] = [];
  const stop = (product: RunningProduct) => {
    product.process.kill('SIGINT');
    return product.ended();
  };
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ticketing-product-'));
  });
  afterEach(async () => {
    for (const product of running.splice(0)) await stop(product);
    await rm(directory, { recursive: true, force: true });
  });
  return {
    get directory() {
      return directory;
    },
    start: async (variables = {}) => {
      const product = await startProduct({ DATA_DIR: directory, ...variables });
      running.push(product);
      return product;
    },
    stop,
  };
}

/** Signs the first admin in. */
export const signInAsAdmin = ({ url }: RunningProduct, password: string): Promise<Response> =>
  fetch(`${url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@example.com', password }),
  });
