import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './start-product.js';
import { until } from './until.js';

/** A real Redis of its own, on a private port, that keeps nothing on disk. */
export interface TestRedis {
  url: string;
  stop(): Promise<void>;
  /** Again on the same port: Redis comes back, empty. */
  restart(): Promise<void>;
  /** `FLUSHALL`: everything in it is gone. */
  flush(): Promise<void>;
}

/**
 * Is there a `redis-server` on this machine? CI must have one; a developer's machine may do without, and is told.
 */
export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch (error) {
    if (process.env['CI']) throw error;
    console.warn(
      'redis-server is not installed: the tests that need a real Redis are left out on this machine',
    );
    return false;
  }
}

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let server = await launch(port);
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    stop,
    restart: async () => {
      await stop();
      server = await launch(port);
    },
    flush: async () => {
      const client = new Redis(port, '127.0.0.1');
      await client.flushall();
      client.disconnect();
    },
  };
}

async function launch(port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1']);
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await until(async () => (await client.ping().catch(() => '')) === 'PONG');
  client.disconnect();
  return server;
}
