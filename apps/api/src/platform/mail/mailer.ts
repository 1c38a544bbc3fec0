import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Env } from '../config/env.js';
import { Undeliverable } from '../events/event-handlers.js';
import { Log } from '../logging/log.js';
import type { Mail } from './mail.js';

/** A server that says nothing for so long. */
const SILENCE_MS = 10_000;
/** A server that says something now and then: in all well below the lease of a job. */
const LONGEST_MS = 30_000;

/** No person wrote it, and no machine need answer it (RFC 3834; the second is for Exchange). */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Sends mails over SMTP or, where none is configured, writes them as `.eml` files that any mail program opens. */
@Injectable()
export class Mailer {
  private readonly smtp: Transporter | undefined;
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly env: Env,
    private readonly log: Log,
  ) {
    if (!env.SMTP_URL) return;
    const timeouts = {
      dnsTimeout: SILENCE_MS,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
    };
    this.smtp = createTransport({ url: env.SMTP_URL, ...timeouts } as object);
  }

  /**
   * @throws Undeliverable when the server will never take it for this address, Error when it does not take it now:
   *   try again later
   */
  async send(mail: Mail): Promise<void> {
    const message = { ...mail, from: this.env.MAIL_FROM, headers: HEADERS };
    if (this.smtp) await this.hand(this.smtp, message);
    else await this.file(message, mail.messageId);
    this.log.info('mail sent', { messageId: mail.messageId });
  }

  private async hand(smtp: Transporter, message: object): Promise<void> {
    try {
      await smtp.sendMail({ ...message, signal: AbortSignal.timeout(LONGEST_MS) } as object);
    } catch (error) {
      if (isRefusal(error as SmtpError)) throw new Undeliverable((error as Error).message);
      throw error;
    }
  }

  /** The name follows from the Message-ID: the same mail again is the same file. */
  private async file(message: object, messageId: string): Promise<void> {
    const folder = join(this.env.DATA_DIR, 'mail');
    const file = join(folder, `${messageId.replace(/[^\w.-]+/g, '_')}.eml`);
    const { message: source } = await this.composer.sendMail(message);
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, source as Buffer);
    await rename(`${file}.part`, file);
    this.log.info('no SMTP_URL: mail written to a file', { file });
  }
}

type SmtpError = Error & { responseCode?: number; command?: string };

/**
 * Does it say 5xx to this recipient or to this mail? To anything else (the password, our own sender address) it is
 * our configuration that is wrong: the mail waits until somebody has put that right.
 */
function isRefusal({ responseCode = 0, command = '' }: SmtpError): boolean {
  return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command);
}
