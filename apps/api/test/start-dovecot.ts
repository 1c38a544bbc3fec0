import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './start-product.js';
import { until } from './until.js';

/** A real IMAP server of its own, with one mailbox of one user, on a private port. */
export interface Dovecot {
  /** With user, password and folder: what `IMAP_URL` takes. */
  url: string;
  /** Puts a mail into the INBOX, as a mail server does; with flags (`S`, `F`) as if somebody had looked at it. */
  deliver(mail: string | Buffer, flags?: string): Promise<void>;
  /** What lies in INBOX: flags of each mail (`S` seen, `F` flagged), new ones without. */
  inbox(): Promise<string[]>;
  /** How many mails lie in a folder. */
  count(folder: string): Promise<number>;
  makeFolder(name: string): Promise<void>;
  /** Throws away all mails and folders. */
  empty(): Promise<void>;
  stop(): Promise<void>;
  /** Again on the same port, with the same mails. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

const USER = 'support@help.example.com';
export const IMAP_PASSWORD = 'imap-canary-p%40ss';

const IS_ROOT = userInfo().uid === 0;
/** Whose the mails are: dovecot reads none of root's, so they are those of Debian's `mail`. */
const OWNER = IS_ROOT ? { uid: 8, gid: 8 } : { uid: userInfo().uid, gid: userInfo().gid };

/** Is there a `dovecot` on this machine? CI must have one; a developer's machine may do without, and is told. */
export function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version']);
    return true;
  } catch (error) {
    if (process.env['CI']) throw error;
    console.warn(
      'dovecot is not installed: the tests that need a real IMAP server are left out on this machine',
    );
    return false;
  }
}

export async function startDovecot(): Promise<Dovecot> {
  const home = await mkdtemp(join(tmpdir(), 'ticketing-dovecot-'));
  const maildir = join(home, 'mail');
  const port = await freePort();
  await chmod(home, 0o755); // dovecot's own users have to get to their sockets
  await makeMaildir(maildir);
  await writeFile(join(home, 'passwd'), `${USER}:{PLAIN}${decodeURIComponent(IMAP_PASSWORD)}\n`);
  await writeFile(join(home, 'dovecot.conf'), configuration(home, maildir, port));
  let server: ChildProcess | undefined;
  let delivered = 0;

  const start = async () => {
    server = spawn('dovecot', ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' });
    await until(() => isListening(port));
  };
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  await start();
  return {
    url: `imap://${encodeURIComponent(USER)}:${IMAP_PASSWORD}@127.0.0.1:${port}/INBOX`,
    deliver: async (mail, flags = '') => {
      delivered += 1; // the name orders them, as delivery times do
      const name = `${1_700_000_000 + delivered}.M${delivered}.test`;
      const file = join(maildir, ...(flags ? ['cur', `${name}:2,${flags}`] : ['new', name]));
      await writeFile(`${home}/arriving`, mail);
      await chown(`${home}/arriving`, OWNER.uid, OWNER.gid);
      await rename(`${home}/arriving`, file);
    },
    inbox: async () => {
      const read = (await readdir(join(maildir, 'cur'))).map((name) => /:2,([A-Z]*)/.exec(name)?.[1] ?? '');
      return [...(await readdir(join(maildir, 'new'))).map(() => ''), ...read].sort();
    },
    count: async (folder) => {
      const files = await Promise.all(
        ['new', 'cur'].map((part) => readdir(join(maildir, `.${folder}`, part))),
      );
      return files.flat().length;
    },
    makeFolder: (name) => makeMaildir(join(maildir, `.${name}`)),
    empty: async () => {
      await rm(maildir, { recursive: true, force: true });
      await makeMaildir(maildir);
    },
    start,
    stop,
    remove: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function makeMaildir(path: string): Promise<void> {
  for (const part of ['', 'new', 'cur', 'tmp']) {
    await mkdir(join(path, part), { recursive: true });
    await chown(join(path, part), OWNER.uid, OWNER.gid);
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'close').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isOpen;
}

/**
 * Everything under one folder and on one port. As root the parts that strangers talk to run as Debian's users for
 * that, since dovecot insists; else all runs as whoever runs the tests.
 */
function configuration(home: string, maildir: string, port: number): string {
  const { username } = userInfo();
  const [internal, login] = IS_ROOT ? ['dovecot', 'dovenull'] : [username, username];
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${internal}
default_login_user = ${login}
mail_location = maildir:${maildir}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = ${home}/passwd
}
userdb {
  driver = static
  args = uid=${OWNER.uid} gid=${OWNER.gid} home=${maildir}
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}
