import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** Where the run's mails land: no SMTP server is configured. */
const OUTBOX = join(process.env['E2E_DATA_DIR']!, 'mail');

/** Waits for a mail with a link to that page; resolves to the link's address. */
export async function mailedLink(to: string, page: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => (link = await findLink(to, page)), {
      message: `a mail to ${to} with a link to ${page}`,
    })
    .toBeDefined();
  return link!;
}

/** Waits for a mail that says so; resolves to all of it. */
export async function mailWith(to: string, words: string): Promise<string> {
  const mailsTo = async () => (await allMails()).filter((mail) => mail.includes(`To: ${to}`));
  let mail: string | undefined;
  await expect
    .poll(async () => (mail = (await mailsTo()).find((one) => one.includes(words))), {
      message: `a mail to ${to} with “${words}”`,
    })
    .toBeDefined();
  return mail!;
}

async function findLink(to: string, page: string): Promise<string | undefined> {
  for (const mail of await allMails()) {
    if (!mail.includes(`To: ${to}`)) continue;
    const found = new RegExp(`https?://[^\\s"]+${page}[^\\s"]+`).exec(mail);
    if (found) return found[0];
  }
  return undefined;
}

async function allMails(): Promise<string[]> {
  const names = await readdir(OUTBOX).catch(() => [] as string[]);
  const mails = names.filter((name) => name.endsWith('.eml'));
  return Promise.all(mails.map(async (name) => plain(await readFile(join(OUTBOX, name), 'utf8'))));
}

/** Undoes quoted-printable: soft line breaks and `=3D`. */
function plain(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
