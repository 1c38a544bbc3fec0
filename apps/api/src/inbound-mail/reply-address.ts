import { canonicalEmail } from '../users/index.js';
import type { Secrets } from '../platform/config/secrets.js';
import { ID, idOf, MailSigner, SIGNATURE } from './signature.js';

/** Whom an answer comes from, and on which ticket: what our mail to that person said. */
export interface Named {
  ticketId: number;
  userId: number;
}

/** What an address or a Message-ID says: ours, or one that only looks like ours. */
export type Reading = ({ kind: 'ours'; isNote?: true } & Named) | { kind: 'forged' };

/** `+t<ticket>.<user>.<signature>` of the largest ids: what has to fit behind our own local part. */
const LONGEST_SUFFIX = '+t2147483647.2147483647.'.length + 20;

/**
 * Reply addresses: `support+t<ticketId>.<userId>.<signature>@help.example.com`. Whoever writes to one answers on
 * that ticket as that person - if the mail is from that person (`classifyMail`), for addresses get forwarded.
 * Mails about internal notes have `+n...` instead: relays replace Message-IDs and programs drop them, and what
 * answers a note must not become public by that.
 */
export class ReplyAddresses {
  private readonly signer: MailSigner;
  private readonly pattern: RegExp;
  private readonly local: string;
  private readonly domain: string;

  /** @param inboundAddress where our mail arrives, sub-addressing (`+`) included. @throws Error when it cannot be */
  constructor(secrets: Pick<Secrets, 'keysFor'>, inboundAddress: string) {
    const canonical = canonicalEmail(inboundAddress);
    if (!canonical) throw new Error('The inbound address is no e-mail address.');
    this.local = canonical.slice(0, canonical.lastIndexOf('@'));
    this.domain = canonical.slice(this.local.length + 1);
    if (this.local.length + LONGEST_SUFFIX > 64) {
      throw new Error(`The inbound address has more than ${64 - LONGEST_SUFFIX} characters before its @.`);
    }
    this.signer = new MailSigner(secrets, 'mail-reply-address');
    this.pattern = new RegExp(`^([tn])(${ID})\\.(${ID})\\.(${SIGNATURE})$`);
  }

  addressFor(named: Named): string {
    return this.make('t', named);
  }

  /** For a mail about an internal note: an answer is one, too. */
  noteAddressFor(named: Named): string {
    return this.make('n', named);
  }

  /** Undefined for an address that does not even look like one of these. */
  read(address: string): Reading | undefined {
    const lower = address.toLowerCase();
    if (!this.isHere(lower)) return undefined;
    const [, kind, ticket, user, signature] =
      this.pattern.exec(lower.slice(this.local.length + 1, -this.domain.length - 1)) ?? [];
    const [ticketId, userId] = [idOf(ticket), idOf(user)];
    if (!ticketId || !userId) return { kind: 'forged' };
    const isOurs = this.signer.isOurs(signedText(kind!, { ticketId, userId }), signature!);
    if (!isOurs) return { kind: 'forged' };
    return { kind: 'ours', ticketId, userId, ...(kind === 'n' && { isNote: true as const }) };
  }

  /** The address at which our mail arrives, or a reply address whoever signed it. */
  isInbound(address: string): boolean {
    const lower = address.toLowerCase();
    return lower === `${this.local}@${this.domain}` || this.read(lower) !== undefined;
  }

  private isHere(lower: string): boolean {
    const starts = ['t', 'n'].some((kind) => lower.startsWith(`${this.local}+${kind}`));
    return starts && lower.endsWith(`@${this.domain}`);
  }

  private make(kind: 't' | 'n', named: Named): string {
    const signature = this.signer.sign(signedText(kind, named));
    return `${this.local}+${kind}${named.ticketId}.${named.userId}.${signature}@${this.domain}`;
  }
}

/** The kind is signed, too: nobody turns one into the other. */
const signedText = (kind: string, { ticketId, userId }: Named) =>
  kind === 'n' ? `note ${ticketId}.${userId}` : `${ticketId}.${userId}`;
