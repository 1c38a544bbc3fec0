import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type EmbeddedBinaries, embeddedBinaries } from './embedded-binaries.js';
import { claimDirectory } from './directory-claim.js';

const run = promisify(execFile);
const READY = 'database system is ready to accept connections';
const START_TIMEOUT_MS = 60_000;

export interface EmbeddedPostgres {
  /** URL of the `postgres` database of the cluster. */
  url: string;
  /** True when this start made the cluster. */
  created: boolean;
  /** Ends the server after its last transaction; the data stays. */
  stop(): Promise<void>;
}

/** Extra settings; tests trade durability for speed. */
export interface EmbeddedOptions {
  settings?: Record<string, string>;
}

/**
 * Starts a real PostgreSQL whose data lives in the directory, making the cluster on the first start.
 * It listens on a free port of 127.0.0.1, with a password kept beside the data.
 * @throws DirectoryInUse when another instance has the directory
 */
export async function startEmbeddedPostgres(
  directory: string,
  { settings = {} }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const home = resolve(directory);
  await mkdir(home, { recursive: true });
  const release = await claimDirectory(home);
  try {
    const binaries = await embeddedBinaries();
    const created = await initialise(binaries, home);
    const port = await freePort();
    const server = await startServer(binaries, home, { port: String(port), ...settings });
    const password = await readFile(join(home, 'postgres-password'), 'utf8');
    return {
      url: `postgres://postgres:${password.trim()}@127.0.0.1:${port}/postgres`,
      created,
      stop: async () => {
        await stopServer(server);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function initialise(binaries: EmbeddedBinaries, home: string): Promise<boolean> {
  const data = join(home, 'postgres');
  if (await readFile(join(data, 'PG_VERSION')).catch(() => undefined)) return false;
  await rm(data, { recursive: true, force: true }); // what an interrupted first start left behind
  await mkdir(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(home, 'postgres-password');
  await writeSecret(passwordFile);
  if (binaries.owner) {
    await chown(data, binaries.owner.uid, binaries.owner.gid);
    await chown(passwordFile, binaries.owner.uid, binaries.owner.gid);
  }
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const form = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  await run(...binaries.asDatabaseUser(binaries.initdb, [`--pgdata=${data}`, ...flags, ...form]));
  return true;
}

async function writeSecret(file: string): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  await handle.writeFile(`${randomBytes(24).toString('base64url')}\n`);
  await handle.close();
}

async function startServer(
  binaries: EmbeddedBinaries,
  home: string,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = binaries.asDatabaseUser(binaries.postgres, [
    '-D',
    join(home, 'postgres'),
    ...flags,
  ]);
  // detached: Ctrl-C reaches the terminal's whole process group, and the API still needs its database then
  const server = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilReady(server);
  return server;
}

function untilReady(server: ChildProcess): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  return new Promise<void>((done, fail) => {
    let log = '';
    timer = setTimeout(() => fail(new Error(`PostgreSQL did not start in time. ${log}`)), START_TIMEOUT_MS);
    server.once('error', fail);
    server.once('exit', () => fail(new Error(`PostgreSQL did not start. ${log.slice(-2_000)}`)));
    server.stderr!.on('data', (chunk: Buffer) => {
      if (log.includes(READY)) return;
      log += chunk.toString();
      if (!log.includes(READY)) return;
      server.removeAllListeners('exit');
      done();
    });
  }).finally(() => clearTimeout(timer)); // a failed start, too, must not keep the process alive
}

/** SIGINT is PostgreSQL's "fast" shutdown: roll back what is open, write everything, end. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGINT');
  await once(server, 'exit');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
