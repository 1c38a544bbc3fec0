import { Injectable } from '@nestjs/common';
import { Env } from '../platform/config/env.js';
import { Secrets } from '../platform/config/secrets.js';
import type { Signatures } from './find-thread.js';
import { MessageIds } from './message-ids.js';
import { ReplyAddresses } from './reply-address.js';

/** By what our own mails are known again: who writes mails signs with it, who reads them looks for it. */
@Injectable()
export class MailIdentity implements Signatures {
  /** Null without INBOUND_ADDRESS: answers are known by their Message-ID alone. */
  readonly replyAddresses: ReplyAddresses | null;
  readonly messageIds: MessageIds;
  readonly mailFrom: string;

  constructor(env: Env, secrets: Secrets) {
    const { INBOUND_ADDRESS: inbound } = env;
    this.replyAddresses = inbound ? new ReplyAddresses(secrets, inbound) : null;
    this.messageIds = new MessageIds(secrets, new URL(env.publicUrl).hostname);
    this.mailFrom = env.MAIL_FROM;
  }
}
