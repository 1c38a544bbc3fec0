import type { Secrets } from '../platform/config/secrets.js';
import type { Named, Reading } from './reply-address.js';
import { ID, idOf, MailSigner, SIGNATURE } from './signature.js';

/** Events are counted in 64 bits: their ids stay text. */
const EVENT = '[1-9][0-9]{0,18}';
const OF_TICKET = new RegExp(`^<ticket-(${ID})-event-(${EVENT})-user-(${ID})\\.(${SIGNATURE})@$`);
const LIKE_OF_TICKET = /^<ticket-[0-9]+-event-/;
const OF_ACCOUNT = new RegExp(`^<event-${EVENT}-user-${ID}@$`);

/**
 * Message-IDs of our mails. They are the same each time one mail is made, so that a mail that goes out twice is
 * recognised as one; mail programs repeat them in `In-Reply-To` and `References` of an answer.
 */
export class MessageIds {
  private readonly signer: MailSigner;

  /** @param hostname of the address that people type (`PUBLIC_URL`) */
  constructor(
    secrets: Pick<Secrets, 'keysFor'>,
    private readonly hostname: string,
  ) {
    this.signer = new MailSigner(secrets, 'mail-message-id');
  }

  /** Of a mail about an account: nobody answers it, so it names no ticket and carries no signature. */
  forAccountMail(eventId: string, userId: number): string {
    return `<event-${eventId}-user-${userId}@${this.hostname}>`;
  }

  forTicketMail(eventId: string, { ticketId, userId }: Named): string {
    const text = `ticket-${ticketId}-event-${eventId}-user-${userId}`;
    return `<${text}.${this.signer.sign(text)}@${this.hostname}>`;
  }

  /** Undefined for one that does not even look like that of a mail about a ticket. */
  read(messageId: string): Reading | undefined {
    const lower = messageId.toLowerCase();
    if (!this.isHere(lower) || !LIKE_OF_TICKET.test(lower)) return undefined;
    const [, ticket, event, user, signature] = OF_TICKET.exec(this.nameIn(lower)) ?? [];
    const [ticketId, userId] = [idOf(ticket), idOf(user)];
    if (!ticketId || !userId) return { kind: 'forged' };
    const text = `ticket-${ticketId}-event-${event}-user-${userId}`;
    return this.signer.isOurs(text, signature!) ? { kind: 'ours', ticketId, userId } : { kind: 'forged' };
  }

  /** The event that a mail of ours about a ticket told of; undefined for all others. */
  eventOf(messageId: string): string | undefined {
    const isOurs = this.read(messageId)?.kind === 'ours';
    return isOurs ? OF_TICKET.exec(this.nameIn(messageId.toLowerCase()))?.[2] : undefined;
  }

  /** Is it the Message-ID of a mail that we sent? As the mail's own one it means that our mail came back. */
  isOfOurMail(messageId: string): boolean {
    const lower = messageId.toLowerCase();
    const isOfAccount = this.isHere(lower) && OF_ACCOUNT.test(this.nameIn(lower));
    return isOfAccount || this.read(lower)?.kind === 'ours';
  }

  private isHere(lower: string): boolean {
    return lower.startsWith('<') && lower.endsWith(`@${this.hostname.toLowerCase()}>`);
  }

  /** Up to and with the `@`, so that nothing stands between the name and our host. */
  private nameIn(lower: string): string {
    return lower.slice(0, -this.hostname.length - 1);
  }
}
