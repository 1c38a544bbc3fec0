import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A built entry point as a process of its own. */
export interface RunningProcess {
  process: ChildProcess;
  /** Everything that it printed so far. */
  output(): string;
  /** Waits for the end. @returns the exit code */
  ended(): Promise<number | null>;
}

/** The built product, as `npm start` runs it. */
export interface RunningProduct extends RunningProcess {
  url: string;
  port: number;
}

/** Starts the product. Resolves once it is ready, or has ended because it could not start. */
export async function startProduct(variables: Record<string, string>): Promise<RunningProduct> {
  const port = Number(variables['PORT'] ?? (await freePort()));
  const started = await launch('main.js', { ...variables, PORT: String(port) }, 'Swagger UI is at');
  return { ...started, url: `http://127.0.0.1:${port}`, port };
}

/** Starts a queue worker, as `npm run worker` does. Resolves once it works, or has ended because it could not. */
export function startWorker(variables: Record<string, string>): Promise<RunningProcess> {
  return launch('worker.js', variables, 'worker ready');
}

async function launch(
  entry: string,
  variables: Record<string, string>,
  readyWords: string,
): Promise<RunningProcess> {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'development', ...variables };
  const child = spawn(process.execPath, [`dist/apps/api/${entry}`], { env });
  let output = '';
  const end = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(readyWords)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  await Promise.race([ready, end]);
  return {
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
