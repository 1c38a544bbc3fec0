import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RightsChanges } from '../users/index.js';
import { type LiveSession, SessionsRepository } from './sessions.repository.js';
import { TwoFactorRule } from './two-factor/two-factor-rule.js';

/** A sign-out or a changed role reaches other processes after at most this long (the promise is 5 s). */
const STALE_AFTER_MS = 2_000;
const MOST_SESSIONS = 50_000;

/**
 * Is the session of an access token still alive, and who is it? A request costs no query while the answer is
 * fresh; in the process that ends a session it is forgotten at once.
 */
@Injectable()
export class LiveSessions {
  private readonly cache = new LRUCache<string, LiveSession>({ max: MOST_SESSIONS, ttl: STALE_AFTER_MS });

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly twoFactor: TwoFactorRule,
    rightsChanges: RightsChanges,
  ) {
    rightsChanges.listen((userId) => this.forgetPerson(userId));
  }

  async find(id: string): Promise<LiveSession | undefined> {
    const known = this.cache.get(id);
    if (known) return known;
    const session = await this.sessions.findLive(id);
    if (session) this.cache.set(id, session);
    return session;
  }

  /**
   * The same for whoever holds connections open: asked for all at once, and of the database, so that an answer is
   * never old. Who has to set up two-factor sign-in first may not use anything, and is left out.
   * @returns by session, who may go on and as what
   */
  async stillThere(ids: string[]): Promise<Map<string, LiveSession>> {
    const sessions = await this.sessions.findLiveAmong(ids);
    const usable = sessions.filter((session) => !this.twoFactor.mustSetUp(session));
    return new Map(usable.map((session) => [session.id, session]));
  }

  forget(id: string): void {
    this.cache.delete(id);
  }

  /** Rare (rights, two-factor), so a walk over all is better than an index to keep. */
  forgetPerson(userId: number): void {
    for (const [id, session] of this.cache.entries()) if (session.userId === userId) this.cache.delete(id);
  }
}
