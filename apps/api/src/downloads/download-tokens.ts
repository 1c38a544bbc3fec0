import { Injectable } from '@nestjs/common';
import { SealedBox, UnopenableError } from '../platform/config/sealed-box.js';
import { Secrets } from '../platform/config/secrets.js';

const PURPOSE = 'download';
/** Iv and tag. */
const SEAL_BYTES = 28;

/** What a link is good for: one file for one session, once, until then. */
export interface DownloadRight {
  id: string;
  sessionId: string;
  /** Address of the export, with its filters. */
  path: string;
  until: Date;
}

/**
 * Sealed, not only signed: filters have names and words that people searched for, and addresses get into histories of
 * browsers and logs of proxies.
 */
@Injectable()
export class DownloadTokens {
  private readonly box: SealedBox;

  constructor(secrets: Secrets) {
    this.box = new SealedBox(secrets, PURPOSE);
  }

  tokenFor({ id, sessionId, path, until }: DownloadRight): string {
    return this.box
      .seal(JSON.stringify([id, sessionId, path, until.getTime()]), PURPOSE)
      .toString('base64url');
  }

  /** Undefined when we did not make it, or when its time is over. */
  read(token: string, now: Date): DownloadRight | undefined {
    const text = this.open(Buffer.from(token, 'base64url'));
    if (text === undefined) return undefined;
    const [id, sessionId, path, until] = JSON.parse(text) as [string, string, string, number];
    return until > now.getTime() ? { id, sessionId, path, until: new Date(until) } : undefined;
  }

  private open(sealed: Buffer): string | undefined {
    if (sealed.length <= SEAL_BYTES) return undefined;
    try {
      return this.box.open(sealed, PURPOSE);
    } catch (error) {
      if (error instanceof UnopenableError) return undefined; // made up, or under a key that is gone
      throw error;
    }
  }
}
