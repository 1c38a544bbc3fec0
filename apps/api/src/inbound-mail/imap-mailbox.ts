import { ImapFlow } from 'imapflow';
import { MAIL_LIMITS } from './parsed-mail.js';

const TIMEOUT_MS = 15_000;
const SILENCE_MS = 30_000;
/** Where mails go that were taken, in mailboxes that have it. */
const DONE_FOLDER = 'Processed';

/** A mail in the mailbox, not fetched yet. */
export interface MailInBox {
  uid: number;
  size: number;
  sender: string | null;
  subject: string;
}

/** One connection to one folder of an IMAP server. Nothing in it is ever deleted. */
export class ImapMailbox {
  private constructor(
    private readonly client: ImapFlow,
    private readonly doneFolder: string | undefined,
    /** Names the folder as it is now: numbers of mails are only good within it. */
    readonly place: string,
  ) {}

  /** @param address `imaps://user:password@host:993/INBOX` @throws Error when the server cannot be reached, or says no */
  static async open(address: string): Promise<ImapMailbox> {
    const url = new URL(address);
    const client = new ImapFlow(connectionTo(url));
    client.on('error', () => client.close()); // whoever waits for an answer gets the error
    try {
      await client.connect();
      const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
      const { uidValidity } = await client.mailboxOpen(folder);
      const doneFolder = (await client.list()).find(({ name }) => name === DONE_FOLDER)?.path;
      return new ImapMailbox(client, doneFolder, `${url.username}@${url.host}/${folder}/${uidValidity}`);
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** Mails that nobody has read or flagged, the oldest first. */
  async unseen(): Promise<number[]> {
    const uids = await this.client.search({ seen: false, flagged: false, deleted: false }, { uid: true });
    return (uids || []).sort((a, b) => a - b);
  }

  async describe(uids: number[]): Promise<MailInBox[]> {
    const found = await this.client.fetchAll(uids, { uid: true, size: true, envelope: true }, { uid: true });
    return found
      .map(({ uid, size = 0, envelope }) => ({
        uid,
        size,
        sender: envelope?.from?.[0]?.address ?? null,
        subject: envelope?.subject ?? '',
      }))
      .sort((a, b) => a.uid - b.uid);
  }

  /** Undefined when it is gone by now. Reading leaves it unseen. */
  async source(uid: number): Promise<Buffer | undefined> {
    const query = { source: { maxLength: MAIL_LIMITS.bytes + 1 } };
    const found = await this.client.fetchOne(String(uid), query, { uid: true });
    return found ? found.source : undefined;
  }

  /** It is safe here: seen, and out of the way where there is a folder for that. */
  async finish(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    if (this.doneFolder) await this.client.messageMove(String(uid), this.doneFolder, { uid: true });
  }

  /** Stays where it is, for a person to look at, and is not fetched again. */
  async flag(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true });
  }

  async close(): Promise<void> {
    await this.client.logout().catch(() => this.client.close());
  }
}

function connectionTo(url: URL) {
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // without it somebody on the way could ask for the password in plain text
    ...(!secure && !isThisMachine(url.hostname) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false as const,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
  };
}

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host);
