import { canonicalEmail } from '../users/index.js';
import { isBounce } from './machine-signs.js';
import type { MessageIds } from './message-ids.js';
import type { ParsedMail } from './parsed-mail.js';
import type { Reading, ReplyAddresses } from './reply-address.js';

/** What reads our signatures. */
export interface Signatures {
  /** Null where our mails have none. */
  replyAddresses: ReplyAddresses | null;
  messageIds: MessageIds;
}

/**
 * The ticket and the person that a mail answers for: by the reply address that it was sent to, else by the
 * Message-IDs that it answers. The address comes first: a person chose it, programs drag Message-IDs along.
 *
 * Bounces also say it by our mail that they send back. Not so other mails: people paste headers.
 */
export function findThread(
  mail: ParsedMail,
  { replyAddresses, messageIds }: Signatures,
): Reading | undefined {
  const addresses = [...mail.deliveredTo, ...mail.to, ...mail.cc].map((one) => replyAddresses?.read(one));
  const quoted = isBounce(mail) ? mail.quotedMessageIds : [];
  const answered = [...mail.inReplyTo, ...mail.references, ...quoted].map((one) => messageIds.read(one));
  return best(addresses) ?? best(answered);
}

/** Was it sent to the address that only mails about internal notes have? */
export function answersNoteAddress(
  mail: Pick<ParsedMail, 'deliveredTo' | 'to' | 'cc'>,
  addresses: ReplyAddresses | null,
): boolean {
  return [...mail.deliveredTo, ...mail.to, ...mail.cc].some((one) => {
    const reading = addresses?.read(one);
    return reading?.kind === 'ours' && reading.isNote === true;
  });
}

/** The event that the answered mail told of; undefined when the mail does not say which one it answers. */
export function answeredEvent(mail: ParsedMail, messageIds: MessageIds): string | undefined {
  return [...mail.inReplyTo, ...mail.references]
    .map((id) => messageIds.eventOf(id))
    .find((id) => id !== undefined);
}

/** A signature of ours counts more than one that is not: a forged one beside it proves nothing. */
function best(readings: (Reading | undefined)[]): Reading | undefined {
  return readings.find((one) => one?.kind === 'ours') ?? readings.find((one) => one !== undefined);
}

/** Our own mail, come back: from an address where our mail arrives or leaves, or under a Message-ID of ours. */
export function isOurOwn(mail: ParsedMail, own: Signatures & { mailFrom: string }): boolean {
  const isOurAddress =
    mail.from !== null &&
    (mail.from === canonicalEmail(own.mailFrom) || own.replyAddresses?.isInbound(mail.from) === true);
  return isOurAddress || (mail.messageId !== null && own.messageIds.isOfOurMail(mail.messageId));
}
