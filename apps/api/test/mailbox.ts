import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drain } from './drain.js';
import type { TestApi } from './start-api.js';

/** The mails that an API without SMTP wrote into its DATA_DIR. */
export interface Mailbox {
  directory: string;
  /** Moves all events on, then reads what is there for the address, decoded, oldest first. */
  mailsTo(api: TestApi, address: string): Promise<string[]>;
  remove(): Promise<void>;
}

export async function makeMailbox(): Promise<Mailbox> {
  const directory = await mkdtemp(join(tmpdir(), 'ticketing-mail-'));
  return {
    directory,
    mailsTo: async (api, address) => {
      await drain(api);
      const folder = join(directory, 'mail');
      const files = (await readdir(folder).catch(() => [])).sort((a, b) => numberIn(a) - numberIn(b));
      const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      return mails.filter((mail) => mail.includes(`To: ${address}`)).map(unfold);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** The link of the newest mail. */
export function tokenIn(mails: string[], page: string): string {
  const link = new RegExp(`http://localhost:3000/${page}/([\\w.-]+)`).exec(mails.at(-1) ?? '');
  if (!link) throw new Error(`no link to ${page} in ${mails.length} mails`);
  return link[1]!;
}

const numberIn = (file: string) => Number(/event-(\d+)/.exec(file)?.[1]);

/** Quoted-printable: soft line breaks, and `=3D` for an equals sign. */
const unfold = (mail: string) => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
