/** A refresh token is good for this long without use, */
export const IDLE_LIMIT_MS = 14 * 24 * 3_600_000;
/** and a session for this long in all. */
export const ABSOLUTE_LIMIT_MS = 90 * 24 * 3_600_000;
/** Two tabs may present the same token at once: its second use counts as the first within this time. */
export const GRACE_MS = 10_000;

/** What is known about a presented token, read under the lock of its session. */
export interface PresentedToken {
  sessionRevoked: boolean;
  sessionExpiresAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  /** A token that came from it has been used itself: it is a grandparent of the current one. */
  childUsed: boolean;
}

export type RefreshVerdict = 'accept' | 'expired' | 'reuse';

/**
 * May this token be exchanged? A used one may only as the direct parent of the current token, within the
 * grace; any other second use means that somebody has a copy: the whole session must end
 * (RFC 9700, section 4.14.2).
 */
export function judgeRefresh(token: PresentedToken, now: Date): RefreshVerdict {
  if (token.sessionRevoked || token.sessionExpiresAt <= now) return 'expired';
  if (token.usedAt !== null) {
    const fresh = now.getTime() - token.usedAt.getTime() <= GRACE_MS;
    return fresh && !token.childUsed ? 'accept' : 'reuse';
  }
  return token.expiresAt <= now ? 'expired' : 'accept';
}
