import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import type { Person } from './people.js';

/** Where the run's help desk takes mail, and what a mail server must know to hand it over. */
export const MAILBOX = {
  address: 'support@example.test',
  secret: 'a-secret-that-only-the-mail-server-of-the-journeys-knows',
};

/** Answers one of our mails, as a mail program does. `signs` are headers of machines. */
export async function answerMail(
  request: APIRequestContext,
  mail: string,
  { first_name, last_name, email }: Person,
  text: string,
  signs: string[] = [],
): Promise<void> {
  const source = [
    `From: ${first_name} ${last_name} <${email}>`,
    `To: ${found(/^Reply-To:[^@]*?([^\s<]+@[^\s>]+)/im, mail)}`,
    'Subject: Re: your ticket',
    `Message-ID: <${randomUUID()}@example.com>`,
    `In-Reply-To: ${found(/^Message-ID:\s*(<[^>]+>)/im, mail)}`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0000',
    ...signs,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
  const headers = { authorization: `Bearer ${MAILBOX.secret}`, 'content-type': 'message/rfc822' };
  const answer = await request.post('/api/inbound/mail/', { data: Buffer.from(source), headers });
  expect(answer.status()).toBe(202);
}

function found(pattern: RegExp, mail: string): string {
  const value = pattern.exec(mail)?.[1];
  expect(value, `${pattern} in the mail`).toBeDefined();
  return value!;
}
