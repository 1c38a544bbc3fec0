import { Readable } from 'node:stream';
import { bodyTooLarge, unsupportedMediaType } from '../platform/http/problem.js';
import { mailCutOff, mailEmpty } from './inbound-mail.problems.js';
import { MAIL_LIMITS } from './parsed-mail.js';

/**
 * Reads a mail from the request, and stops at the limit: what is longer is never held.
 * @param body what the parser for mails left unread; anything else is another kind of body
 * @throws ProblemError 413, 415, 400 when nothing came or the sender went away
 */
export async function readMail(body: unknown, limit = MAIL_LIMITS.bytes): Promise<Buffer> {
  if (body === undefined || body === null) throw mailEmpty();
  if (!(body instanceof Readable)) throw unsupportedMediaType('The body must be a mail: message/rfc822.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of untilCutOff(body)) {
    size += chunk.length;
    if (size > limit) throw bodyTooLarge(`A mail may have at most ${limit} bytes.`);
    chunks.push(chunk);
  }
  if (size === 0) throw mailEmpty();
  return Buffer.concat(chunks);
}

/** Leaves the stream standing when somebody stops reading: destroying it would end the answer, too. */
async function* untilCutOff(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw mailCutOff();
  }
}
