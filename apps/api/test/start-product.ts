import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The built product as a process of its own, as `npm start` runs it. */
export interface RunningProduct {
  url: string;
  port: number;
  process: ChildProcess;
  /** Everything that it printed so far. */
  output(): string;
  /** Waits for the end. @returns the exit code */
  ended(): Promise<number | null>;
}

/** Starts the product. Resolves once it is ready, or has ended because it could not start. */
export async function startProduct(variables: Record<string, string>): Promise<RunningProduct> {
  const port = Number(variables['PORT'] ?? (await freePort()));
  const env = { PATH: process.env['PATH'], NODE_ENV: 'development', ...variables, PORT: String(port) };
  const child = spawn(process.execPath, ['dist/apps/api/main.js'], { env });
  let output = '';
  const end = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Swagger UI is at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  await Promise.race([ready, end]);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    ended: async () => ((await end) as [number | null])[0],
  };
}

/** A port that is free now, below the range that outgoing connections take theirs from. */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!free) return freePort();
  probe.close();
  await once(probe, 'close');
  return port;
}
