import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test as deskTest } from './desk.js';
import { ADMIN } from './people.js';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** A product that runs with settings which the one of all journeys does not have. */
class OwnProduct {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
    private readonly dataDir: string,
  ) {}

  static async start(settings: Record<string, string>): Promise<OwnProduct> {
    const [port, dataDir] = await Promise.all([freePort(), mkdtemp(join(tmpdir(), 'ticketing-e2e-'))]);
    const env = {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_LIMIT_FACTOR: '100',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...settings,
    };
    const child = spawn(process.execPath, ['dist/apps/api/main.js'], { cwd: ROOT, env, stdio: 'ignore' });
    const product = new OwnProduct(`http://localhost:${port}`, child, dataDir);
    try {
      await product.untilReady();
    } catch (error) {
      await product.stop();
      throw error;
    }
    return product;
  }

  /** Ends the process, which ends its database, and removes its data. */
  async stop(): Promise<void> {
    if (this.isRunning()) {
      const gone = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await gone;
    }
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const message = 'the product is up';
    await expect
      .poll(async () => !this.isRunning() || (await this.isReady()), { message, timeout: 60_000 })
      .toBe(true);
    expect(this.isRunning(), message).toBe(true);
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.address}/api/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  }

  private isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }
}

/** `test` for journeys at a product with settings of its own. */
export function testWith(settings: Record<string, string>): typeof deskTest {
  return deskTest.extend({
    baseURL: async ({}, use) => {
      const product = await OwnProduct.start(settings);
      await use(product.address);
      await product.stop();
    },
  });
}

/** A free port where the system takes none for outgoing connections. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const server = createServer();
  try {
    await once(server.listen(port), 'listening');
    return port;
  } catch {
    return freePort();
  } finally {
    server.close();
  }
}
