import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDirectory } from './directory-claim.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'claim-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const NOBODY = '2147483646';
const owner = () => readFile(join(home, 'owner.pid'), 'utf8');

describe('the claim of a directory', () => {
  it('names this process, and leaves nothing else behind', async () => {
    await claimDirectory(home);
    expect(await owner()).toBe(String(process.pid));
    expect(await readdir(home)).toEqual(['owner.pid']);
  });
  it('is gone when it was given back', async () => {
    const giveBack = await claimDirectory(home);
    await giveBack();
    expect(await readdir(home)).toEqual([]);
  });
  it.each([
    ['a process that has ended', NOBODY],
    ['nobody', ''],
    ['nonsense', 'abc'],
    ['an impossible process', '-1'],
  ])('is taken over from %s', async (_, content) => {
    await writeFile(join(home, 'owner.pid'), content);
    await claimDirectory(home);
    expect(await owner()).toBe(String(process.pid));
  });
  it('is taken over when its number now belongs to another program: numbers are used again', async () => {
    const other = spawn('sleep', ['60']);
    await writeFile(join(home, 'owner.pid'), String(other.pid));
    await claimDirectory(home);
    other.kill();
    expect(await owner()).toBe(String(process.pid));
  });
  it('does not stop a process that only has the number of the old server', async () => {
    await mkdir(join(home, 'postgres'));
    await writeFile(join(home, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    await claimDirectory(home);
    expect(process.kill(process.pid, 0)).toBe(true);
  });
});
