import { createHmac, type KeyObject } from 'node:crypto';
import { LIMITS } from '@ticketing/contracts';
import { isSameSecret } from '../platform/config/same-secret.js';
import type { Secrets } from '../platform/config/secrets.js';

/** What a mailed link allows: one person to rate one resolution of one ticket, until then. Nothing else. */
export interface RatingRight {
  ticketId: number;
  userId: number;
  resolution: number;
  until: Date;
}

const PURPOSE = 'rate-ticket';
const SHAPE = /^([1-9]\d{0,9})-([1-9]\d{0,9})-([1-9]\d{0,9})-(\d{1,12})$/;

/**
 * Tokens of mailed links: what they allow, in the open, and 256 bits of HMAC-SHA256 over it. Nothing is stored: the
 * same resolution gives the same token, so that a mail that is sent twice is the same mail.
 */
export class RatingTokens {
  constructor(private readonly secrets: Secrets) {}

  tokenFor({ ticketId, userId, resolution, until }: RatingRight): string {
    const body = [ticketId, userId, resolution, Math.floor(until.getTime() / 1000)].join('-');
    return `${body}.${signature(body, this.secrets.keyFor(PURPOSE))}`;
  }

  /** Undefined when we did not make it, or when its time is over. */
  read(token: string, now: Date): RatingRight | undefined {
    const [body = '', given = '', ...more] = token.split('.');
    const right = more.length === 0 ? rightOf(body) : undefined;
    if (!right || right.until <= now) return undefined;
    const isOurs = this.secrets.keysFor(PURPOSE).some(({ key }) => isSameSecret(given, signature(body, key)));
    return isOurs ? right : undefined;
  }
}

function rightOf(body: string): RatingRight | undefined {
  const numbers = SHAPE.exec(body)?.slice(1).map(Number);
  if (!numbers || numbers.slice(0, 3).some((number) => number > LIMITS.id.max)) return undefined;
  const [ticketId, userId, resolution, seconds] = numbers as [number, number, number, number];
  return { ticketId, userId, resolution, until: new Date(seconds * 1000) };
}

function signature(body: string, key: KeyObject): string {
  return createHmac('sha256', key).update(body).digest('base64url');
}
