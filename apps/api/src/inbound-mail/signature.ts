import { createHmac } from 'node:crypto';
import { LIMITS } from '@ticketing/contracts';
import { isSameSecret } from '../platform/config/same-secret.js';
import type { NamedKey, Secrets } from '../platform/config/secrets.js';

/** 80 bits in hex: short enough for a local part, and nobody guesses one by mailing. */
export const SIGNATURE = '[0-9a-f]{20}';

/** A number of ours as it stands in addresses and Message-IDs: one way of writing each. */
export const ID = '[1-9][0-9]{0,9}';

/**
 * Signs what a mail carries out and a reply brings back. Hex in lower case, since mail systems change the case of
 * addresses. Ids alone would let any stranger write on any ticket: they can be counted through.
 */
export class MailSigner {
  /** @param purpose of the key: an address never verifies as a Message-ID */
  constructor(
    private readonly secrets: Pick<Secrets, 'keysFor'>,
    private readonly purpose: string,
  ) {}

  sign(text: string): string {
    return signature(text, this.keys()[0]!);
  }

  /** Also good with the key before the current one: people answer old mails. */
  isOurs(text: string, given: string): boolean {
    return this.keys().some((key) => isSameSecret(given, signature(text, key)));
  }

  private keys(): NamedKey[] {
    return this.secrets.keysFor(this.purpose);
  }
}

function signature(text: string, { key }: NamedKey): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 20);
}

/** The number; undefined for one that no row can have. */
export function idOf(digits: string | undefined): number | undefined {
  const id = Number(digits);
  return Number.isInteger(id) && id > 0 && id <= LIMITS.id.max ? id : undefined;
}
