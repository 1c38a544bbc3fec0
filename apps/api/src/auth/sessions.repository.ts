import { Injectable } from '@nestjs/common';
import type { Role } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { IDLE_LIMIT_MS, type PresentedToken } from './refresh-rules.js';
import { SessionEntity } from './session.entity.js';

/** A session that may be used now, and whose it is. */
export interface LiveSession {
  userId: number;
  role: Role;
  hasTwoFactor: boolean;
}

export type PresentedRow = PresentedToken & { sessionId: string; userId: number };

/** A live session, as its owner sees it. */
export type SessionRow = Pick<SessionEntity, 'id' | 'createdAt' | 'lastUsedAt' | 'userAgent' | 'ip'>;

/** What admins see of them at a glance. */
export interface SessionSummary {
  count: number;
  lastUsedAt: Date | null;
}

const MOST_LISTED = 100;

/** Value 1 the person, 2 how long a session may lie unused. */
const LIVE_OF_PERSON = `user_id = $1 and revoked_at is null and expires_at > now()
      and last_used_at > now() - $2 * interval '1 ms'`;

const SUMMARY = named<SessionSummary>(
  'sessions.summary',
  `select count(*)::int as count, max(last_used_at) as "lastUsedAt" from sessions where ${LIVE_OF_PERSON}`,
);

const LIST = named<SessionRow>(
  'sessions.list',
  `select id, created_at as "createdAt", last_used_at as "lastUsedAt", user_agent as "userAgent", host(ip) as ip
     from sessions where ${LIVE_OF_PERSON}
    order by last_used_at desc limit ${MOST_LISTED}`,
);

/** Everybody's but the one that goes on. */
const REVOKE_ALL = named<{ id: string }>(
  'sessions.revoke-all',
  `update sessions set revoked_at = now()
    where user_id = $1 and revoked_at is null and ($2::uuid is null or id <> $2::uuid) returning id`,
);

const REVOKE_OWN = named<{ id: string }>(
  'sessions.revoke-own',
  `update sessions set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null returning id`,
);

const LIVE = named<LiveSession>(
  'sessions.live',
  `select u.id as "userId", u.role, u.totp_confirmed_at is not null as "hasTwoFactor"
     from sessions s join users u on u.id = s.user_id
    where s.id = $1 and s.revoked_at is null and s.expires_at > now() and u.is_active`,
);

const LIVE_AMONG = named<LiveSession & { id: string }>(
  'sessions.live-among',
  `select s.id, u.id as "userId", u.role, u.totp_confirmed_at is not null as "hasTwoFactor"
     from sessions s join users u on u.id = s.user_id
    where s.id = any($1::uuid[]) and s.revoked_at is null and s.expires_at > now() and u.is_active`,
);

const PRESENTED = named<PresentedRow>(
  'sessions.presented-token',
  `select s.id as "sessionId", s.user_id as "userId",
          s.revoked_at is not null or not u.is_active as "sessionRevoked", s.expires_at as "sessionExpiresAt",
          t.expires_at as "expiresAt", t.used_at as "usedAt",
          exists (select 1 from refresh_tokens c where c.parent_hash = t.token_hash and c.used_at is not null)
            as "childUsed"
     from refresh_tokens t join sessions s on s.id = t.session_id join users u on u.id = s.user_id
    where t.token_hash = $1
      for update of s`,
);

const USE = named(
  'sessions.use-token',
  `update refresh_tokens set used_at = coalesce(used_at, now()) where token_hash = $1`,
);

const TOUCH = named('sessions.touch', `update sessions set last_used_at = now() where id = $1`);

const REVOKE = named(
  'sessions.revoke',
  `update sessions set revoked_at = now() where id = $1 and revoked_at is null`,
);

/** All SQL about sessions and their refresh tokens. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async findLive(id: string): Promise<LiveSession | undefined> {
    const [session] = await this.database.rows(LIVE, [id]);
    return session;
  }

  /** Those of the sessions that may be used now. */
  findLiveAmong(ids: string[]): Promise<(LiveSession & { id: string })[]> {
    return this.database.rows(LIVE_AMONG, [ids]);
  }

  /** Locks the session: of two exchanges at once one waits for the other. */
  async lockPresented(tx: Tx, tokenHash: Buffer): Promise<PresentedRow | undefined> {
    const [token] = await rowsIn(tx, PRESENTED, [tokenHash]);
    return token;
  }

  async insertSession(
    tx: Tx,
    session: Pick<SessionEntity, 'id' | 'userId' | 'expiresAt' | 'userAgent' | 'ip'>,
  ) {
    await tx.insert(SessionEntity, session);
  }

  async insertToken(tx: Tx, token: Omit<RefreshTokenEntity, 'usedAt'>): Promise<void> {
    await tx.insert(RefreshTokenEntity, token);
  }

  async useToken(tx: Tx, tokenHash: Buffer, sessionId: string): Promise<void> {
    await rowsIn(tx, USE, [tokenHash]);
    await rowsIn(tx, TOUCH, [sessionId]);
  }

  list(userId: number): Promise<SessionRow[]> {
    return this.database.rows(LIST, [userId, IDLE_LIMIT_MS]);
  }

  async summary(userId: number): Promise<SessionSummary> {
    const [summary] = await this.database.rows(SUMMARY, [userId, IDLE_LIMIT_MS]);
    return summary!;
  }

  /** @returns whether the person had such a session */
  async revokeOwn(tx: Tx, userId: number, id: string): Promise<boolean> {
    return (await rowsIn(tx, REVOKE_OWN, [id, userId])).length === 1;
  }

  /** @returns ids of the sessions that ended */
  async revokeAll(tx: Tx, userId: number, keptSession: string | null): Promise<string[]> {
    const ended = await rowsIn(tx, REVOKE_ALL, [userId, keptSession]);
    return ended.map(({ id }) => id);
  }

  async revoke(tx: Tx, id: string): Promise<void> {
    await rowsIn(tx, REVOKE, [id]);
  }
}
