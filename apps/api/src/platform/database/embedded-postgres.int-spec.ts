import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '../../../test/until.js';
import { DirectoryInUse } from './directory-claim.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

let directory: string;
let server: EmbeddedPostgres | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ticketing-embedded-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const FAST = { settings: { fsync: 'off' } };
const start = async () => {
  server = await startEmbeddedPostgres(directory, FAST);
  return server;
};
const ask = async (url: string, question: string) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
};
const ownerFile = () => join(directory, 'owner.pid');
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('an embedded PostgreSQL', () => {
  it('is made at the first start: UTF-8, in UTC, sorted the same on every machine', async () => {
    const { url, created } = await start();
    expect(created).toBe(true);
    expect(await ask(url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await ask(url, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
    expect(await ask(url, `select 'Zürich' < 'a' as by_code_point`)).toEqual([{ by_code_point: true }]);
    await ask(url, 'create table kept as select 42 as answer');
  });
  it('keeps the data for the second start', async () => {
    const { url, created } = await start();
    expect(created).toBe(false);
    expect(await ask(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });
  it('opens only with its password, and only on this machine', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(join(directory, 'postgres-password'))).mode & 0o077).toBe(0);
  });
  it('gives its claim back when it stops', async () => {
    const { stop } = await start();
    expect(await readFile(ownerFile(), 'utf8')).toMatch(new RegExp(`^${process.pid}( |$)`));
    await stop();
    await expect(stat(ownerFile())).rejects.toMatchObject({ code: 'ENOENT' });
  });
  it('takes over after a process that was killed: the orphaned server is stopped, the data are there', async () => {
    const orphan = await start();
    const [{ pid }] = (await ask(
      orphan.url,
      `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
    )) as [{ pid: number }];
    await writeFile(ownerFile(), '2147483646'); // no such process
    const next = await start();
    expect(isAlive(pid)).toBe(false);
    await expect(ask(orphan.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });
  it('makes the cluster again when the first start was interrupted', async () => {
    const half = await mkdtemp(join(tmpdir(), 'ticketing-half-'));
    await writeFile(join(half, 'postgres'), 'what an interrupted start left').catch(() => undefined);
    server = await startEmbeddedPostgres(half, FAST);
    expect(server.created).toBe(true);
    await server.stop();
    await rm(half, { recursive: true });
  });
  it('gives the claim back when it cannot start', async () => {
    const broken = { settings: { shared_buffers: 'nonsense' } };
    await expect(startEmbeddedPostgres(directory, broken)).rejects.toThrow(/PostgreSQL did not start/);
    await expect(stat(ownerFile())).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a directory that another instance has', () => {
  let other: ChildProcess;
  beforeEach(async () => {
    other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    await once(other, 'spawn');
    await until(async () => (await readFile(`/proc/${other.pid}/cmdline`, 'utf8')).includes('node'));
    await writeFile(ownerFile(), String(other.pid));
  });
  afterEach(async () => {
    other.kill();
    if (other.exitCode === null && other.signalCode === null) await once(other, 'exit');
    await rm(ownerFile(), { force: true });
  });

  it('is refused in one sentence', async () => {
    const refused = start();
    await expect(refused).rejects.toThrow(DirectoryInUse);
    await expect(refused).rejects.toThrow(
      new RegExp(`^${directory} is in use by another instance \\(process ${other.pid}\\)\\.$`),
    );
  });
  it('keeps its claim', async () => {
    await expect(start()).rejects.toThrow(DirectoryInUse);
    expect(await readFile(ownerFile(), 'utf8')).toBe(String(other.pid));
  });
  it('is free as soon as that instance has ended, however it ended', async () => {
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect((await start()).created).toBe(false);
  });
});
