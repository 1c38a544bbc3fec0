import { createHmac, type KeyObject } from 'node:crypto';
import { isUUID } from 'class-validator';
import { isSameSecret } from '../../platform/config/same-secret.js';
import type { Secrets } from '../../platform/config/secrets.js';

/**
 * Mailed tokens: the id of a row and 256 bits of HMAC-SHA256 over it. The token can be made again from the row's
 * id where the mail is written, so that neither the queue nor the database ever holds one.
 */
export class MailTokenSigner {
  constructor(private readonly secrets: Secrets) {}

  /** @param id of the `mail_tokens` row */
  tokenFor(id: string): string {
    return `${id}.${signature(id, this.secrets.keyFor('mail-token'))}`;
  }

  /** The id of the row that the token is for; undefined when we did not make it. */
  idOf(token: string): string | undefined {
    const [id = '', given = ''] = token.split('.');
    if (!isUUID(id)) return undefined;
    const isOurs = this.secrets
      .keysFor('mail-token')
      .some(({ key }) => isSameSecret(given, signature(id, key)));
    return isOurs ? id : undefined;
  }
}

function signature(id: string, key: KeyObject): string {
  return createHmac('sha256', key).update(id).digest('base64url');
}
