import { link, readFile, rm, writeFile } from 'node:fs/promises';
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
  const holder = pidIn(claim);
  if (holder && holder !== process.pid && (await runs(holder, 'node'))) {
    throw new DirectoryInUse(`${home} is in use by another instance (process ${holder}).`);
  }
  if (claim !== undefined) await rm(file, { force: true }); // of a dead process, or empty after a power cut
  await writeClaim(file);
  await stopOrphan(join(home, 'postgres', 'postmaster.pid'));
  return () => rm(file, { force: true });
}

/** link(2) fails when the name exists, so that of two starts at once one wins. */
async function writeClaim(file: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new DirectoryInUse(`${file} was just written by another instance.`);
  } finally {
    await rm(draft, { force: true });
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

function pidIn(claim = ''): number | undefined {
  const pid = Number.parseInt(claim, 10);
  return pid > 0 ? pid : undefined;
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
async function stopOrphan(pidFile: string): Promise<void> {
  const pid = pidIn(await contentOf(pidFile));
  if (!pid || !(await runs(pid, 'postgres'))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 50) await sleep(50);
}

/** Process ids are used again: is it alive, and is it such a program? (Without /proc: alive is enough.) */
async function runs(pid: number, program: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => program);
  return commandLine.includes(program);
}
