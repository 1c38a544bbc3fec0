import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
    expect(await owner()).toMatch(new RegExp(`^${process.pid}( |$)`));
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
    expect(await owner()).toMatch(new RegExp(`^${process.pid}( |$)`));
  });
  it('has one winner of many starts at once, although all see the claim of a dead process', async () => {
    await writeFile(join(home, 'owner.pid'), NOBODY);
    const script = `import('./dist/apps/api/platform/database/directory-claim.js').then(({ claimDirectory }) =>
      claimDirectory(process.argv[1]).then(() => { console.log('mine'); setTimeout(() => {}, 60_000) }, () => process.exit(3)))`;
    const starts = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', script, home]));
    const losers = starts.map((start) => once(start, 'exit'));
    const winner = await Promise.race(
      starts.map(async (start) => [start, await once(start.stdout, 'data')] as const),
    );
    const [first] = winner;
    await Promise.all(losers.filter((_, i) => starts[i] !== first));
    expect(await owner()).toMatch(new RegExp(`^${first.pid} `));
    first.kill();
  }, 30_000);
  it('is taken over when its number now belongs to another program: numbers are used again', async () => {
    const other = spawn('sleep', ['60']);
    await writeFile(join(home, 'owner.pid'), `${other.pid} 1`); // started at another time

    await claimDirectory(home);
    other.kill();
    expect(await owner()).toMatch(new RegExp(`^${process.pid}( |$)`));
  });
  it('does not stop a process that only has the number of the old server', async () => {
    await mkdir(join(home, 'postgres'));
    await writeFile(join(home, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    await claimDirectory(home);
    expect(process.kill(process.pid, 0)).toBe(true);
  });
});
