import { Injectable } from '@nestjs/common';
import { SealedBox, UnopenableError } from '../platform/config/sealed-box.js';
import { Secrets } from '../platform/config/secrets.js';

const PURPOSE = 'live-position';
/** So that all are equally long. */
const DIGITS = 16;
/** With iv and tag. */
const SEALED_BYTES = 44;

/**
 * A position as clients know it. Positions count what happens to everybody: a gap between two that a requester has
 * seen would tell of what is hidden (a note on the own ticket, while nobody else is there), so they travel sealed.
 * Of two seals nobody can say whether they are for the same position.
 */
@Injectable()
export class SealedPosition {
  private readonly box: SealedBox;

  constructor(secrets: Secrets) {
    this.box = new SealedBox(secrets, PURPOSE);
  }

  seal(position: number): string {
    return this.box.seal(String(position).padStart(DIGITS, '0'), PURPOSE).toString('base64url');
  }

  /** @returns undefined for what is none of ours */
  open(id: string): number | undefined {
    const sealed = Buffer.from(id, 'base64url');
    if (sealed.length !== SEALED_BYTES) return undefined;
    try {
      return Number(this.box.open(sealed, PURPOSE));
    } catch (error) {
      if (error instanceof UnopenableError) return undefined; // made up, or under a key that is gone
      throw error;
    }
  }
}
