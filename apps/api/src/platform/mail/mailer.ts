import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Env } from '../config/env.js';
import { Log } from '../logging/log.js';
import type { Mail } from './mail.js';

const TIMEOUT_MS = 15_000;

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
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    };
    this.smtp = createTransport({ url: env.SMTP_URL, ...timeouts } as object);
  }

  /** @throws Error when the server does not take it now: try again later */
  async send(mail: Mail): Promise<void> {
    const message = { ...mail, from: this.env.MAIL_FROM, headers: { 'Auto-Submitted': 'auto-generated' } };
    if (this.smtp) await this.smtp.sendMail(message);
    else await this.file(message, mail.messageId);
    this.log.info('mail sent', { messageId: mail.messageId });
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
