import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another living process works in the directory. */
export class DirectoryInUse extends Error {}

/**
 * Makes this process the only one that works in the directory. A claim of a process that died is taken over,
 * after the database server that it may have left running is stopped.
 * @returns a function that gives the claim back
 * @throws DirectoryInUse
 */
export async function claimDirectory(home: string): Promise<() => Promise<void>> {
  const file = join(home, 'owner.pid');
  const claim = await contentOf(file);
  const { pid } = parse(claim);
  if (pid && pid !== process.pid && (await isSameProcess(claim))) throw inUse(home, pid);
  if (claim !== undefined) await removeStale(home, file, claim); // of a dead process, or empty after a power cut
  await writeClaim(home, file);
  await stopOrphan(join(home, 'postgres'));
  return () => rm(file, { force: true });
}

const inUse = (home: string, pid: number | undefined) =>
  new DirectoryInUse(`${home} is in use by another instance (process ${pid ?? 'unknown'}).`);

/**
 * Of two starts at once that see the same dead claim, the second must not remove the living claim of the first:
 * what was taken away is looked at, and put back when it is another one.
 */
async function removeStale(home: string, file: string, seen: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const taken = await contentOf(aside);
  if (taken !== undefined && taken !== seen) {
    await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
    throw inUse(home, parse(taken).pid);
  }
  await rm(aside, { force: true });
}

/** link(2) fails when the name exists, so that of two starts at once one wins. */
async function writeClaim(home: string, file: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${process.pid} ${(await startTimeOf(process.pid)) ?? ''}`.trim());
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw inUse(home, parse(await contentOf(file)).pid);
  } finally {
    await rm(draft, { force: true });
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** A claim: process id and, where the system tells, when that process started. */
function parse(claim = ''): { pid: number | undefined; startTime: string | undefined } {
  const [number = '', startTime] = claim.trim().split(/\s+/);
  const pid = Number.parseInt(number, 10);
  return { pid: pid > 0 ? pid : undefined, startTime };
}

/** Alive, and the very one that wrote the claim: process ids are used again. */
async function isSameProcess(claim: string | undefined): Promise<boolean> {
  const { pid, startTime } = parse(claim);
  if (!pid || !isAlive(pid)) return false;
  return startTime === undefined || startTime === (await startTimeOf(pid));
}

/** In clock ticks since the boot: field 22 of proc(5) stat, counted after the name, which may have spaces. */
async function startTimeOf(pid: number): Promise<string | undefined> {
  const stat = await contentOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** An API that was killed leaves its database server behind; two servers must never share the data. */
async function stopOrphan(dataDirectory: string): Promise<void> {
  const { pid } = parse((await contentOf(join(dataDirectory, 'postmaster.pid')))?.split('\n')[0]);
  if (!pid || !(await isServerOf(pid, dataDirectory))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 50) await sleep(50);
}

/** Only a server that was started on this very directory is ours to stop. (Without /proc: alive is enough.) */
async function isServerOf(pid: number, dataDirectory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await contentOf(`/proc/${pid}/cmdline`);
  return commandLine === undefined || commandLine.split('\0').includes(dataDirectory);
}
