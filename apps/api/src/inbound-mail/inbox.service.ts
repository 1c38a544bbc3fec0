import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import type { InboundMailEntity } from './inbound-mail.entity.js';
import { InboundMailsRepository } from './inbound-mails.repository.js';
import { mailReceived } from './mail.events.js';
import { contentOfTooLarge, type TooLargeMail } from './mail-record.js';

/** Takes mails in: what was handed over is kept, as it came, before anybody asks what it means. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly mails: InboundMailsRepository,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /** The same bytes again are the same mail: senders that got no answer try again. @returns its id */
  async receive(source: InboundMailEntity['source'], raw: Buffer): Promise<number> {
    const sha256 = createHash('sha256').update(raw).digest('hex');
    return this.database.transaction(async (tx) => {
      const id = await this.mails.insert(tx, { source, sha256, size: raw.length, raw });
      if (id === undefined) return this.mails.idOfBytes(tx, sha256);
      await this.events.append(tx, mailReceived(id));
      this.log.info('mail received', { mailId: id, source, size: raw.length });
      return id;
    });
  }

  /** Keeps that there is a mail that is too large to be taken, for an admin to see. */
  async noteTooLarge(mail: TooLargeMail): Promise<void> {
    const sha256 = createHash('sha256').update(mail.place).digest('hex');
    await this.database.transaction(async (tx) => {
      const id = await this.mails.insert(tx, { source: 'imap', sha256, size: mail.size, raw: null });
      if (id !== undefined) await this.mails.settle(tx, id, contentOfTooLarge(mail));
    });
  }
}
