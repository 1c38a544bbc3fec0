import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../platform/config/env.js';
import { Schedules } from '../platform/events/schedules.js';
import { Log } from '../platform/logging/log.js';
import { ImapMailbox, type MailInBox } from './imap-mailbox.js';
import { InboxService } from './inbox.service.js';
import { MAIL_LIMITS } from './parsed-mail.js';

const EVERY_MS = 20_000;
/** One run takes no new mail after this; the rest is for the next. */
const LONGEST_RUN_MS = 60_000;
/** With the last mail and its silence included: nobody else starts before. */
const LEASE_MS = 180_000;
const BATCH = 100;
/** So many mails in one run that cannot be taken mean that it is not the mails. */
const MOST_FAILURES = 3;

/**
 * Fetches mails from a mailbox. Each is kept here before it is marked there: what happens between the two happens
 * again, and is recognised by its bytes.
 */
@Injectable()
export class MailFetcher implements OnModuleInit, BeforeApplicationShutdown {
  private isStopping = false;

  constructor(
    private readonly env: Env,
    private readonly schedules: Schedules,
    private readonly inbox: InboxService,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const { IMAP_URL: address } = this.env;
    if (!address) return;
    this.schedules.register({
      name: 'fetch-mail',
      everyMs: EVERY_MS,
      longestMs: LEASE_MS,
      run: () => this.fetch(address),
    });
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  private async fetch(address: string): Promise<void> {
    const mailbox = await ImapMailbox.open(address);
    try {
      await this.takeAll(mailbox, Date.now() + LONGEST_RUN_MS);
    } finally {
      await mailbox.close();
    }
  }

  private async takeAll(mailbox: ImapMailbox, until: number): Promise<void> {
    const tried = new Set<number>();
    const failures: unknown[] = [];
    for (let uids = await left(mailbox, tried); uids.length > 0; uids = await left(mailbox, tried)) {
      for (const mail of await mailbox.describe(uids)) {
        if (this.isStopping || Date.now() > until) return;
        await this.take(mailbox, mail).catch((error: unknown) => failures.push(error));
        if (failures.length >= MOST_FAILURES) throw failures.at(-1);
      }
      uids.forEach((uid) => tried.add(uid));
    }
    if (failures.length > 0) throw failures[0];
  }

  private async take(mailbox: ImapMailbox, mail: MailInBox): Promise<void> {
    if (mail.size > MAIL_LIMITS.bytes) return this.leave(mailbox, mail);
    const source = await mailbox.source(mail.uid);
    if (source === undefined || source.length === 0) return;
    await this.inbox.receive('imap', source);
    await mailbox.finish(mail.uid);
  }

  private async leave(mailbox: ImapMailbox, { uid, ...mail }: MailInBox): Promise<void> {
    await this.inbox.noteTooLarge({ place: `${mailbox.place}/${uid}`, ...mail });
    await mailbox.flag(uid);
    this.log.warn('mail too large, left in the mailbox', { size: mail.size });
  }
}

/** The next ones that were not tried in this run: one that cannot be taken does not hold up the others. */
async function left(mailbox: ImapMailbox, tried: ReadonlySet<number>): Promise<number[]> {
  return (await mailbox.unseen()).filter((uid) => !tried.has(uid)).slice(0, BATCH);
}
