import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { Secrets } from './secrets.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed value that none of the keys opens. */
export class UnopenableError extends Error {}

/**
 * Seals small secrets for the database (AES-256-GCM, NIST SP 800-38D): a copy of the table opens nothing. The
 * context is bound in, so that a sealed value is of no use in another row.
 */
export class SealedBox {
  constructor(
    private readonly secrets: Secrets,
    private readonly purpose: string,
  ) {}

  /** @returns iv, tag and ciphertext in one buffer */
  seal(text: string, context: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.secrets.keyFor(this.purpose), iv);
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws UnopenableError when no key that is still good opens it, or it was sealed for another context */
  open(box: Buffer, context: string): string {
    for (const { key } of this.secrets.keysFor(this.purpose)) {
      const text = tryOpen(box, context, key);
      if (text !== undefined) return text;
    }
    throw new UnopenableError(
      `a sealed ${this.purpose} cannot be opened: was SECRET_KEY changed without SECRET_KEY_PREVIOUS?`,
    );
  }
}

function tryOpen(box: Buffer, context: string, key: KeyObject): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(box.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined; // wrong key or tampered with: GCM tells no difference
  }
}
