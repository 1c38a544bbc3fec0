import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionInfo, SessionList } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { commitHooks } from '../platform/database/commit-hooks.js';
import { Database, type Tx } from '../platform/database/database.js';
import { AuthLog } from './auth-log.js';
import { refreshRefused, sessionNotFound } from './auth.problems.js';
import { LiveSessions } from './live-sessions.js';
import { ABSOLUTE_LIMIT_MS, IDLE_LIMIT_MS, judgeRefresh } from './refresh-rules.js';
import {
  type PresentedRow,
  type SessionRow,
  SessionsRepository,
  type SessionSummary,
} from './sessions.repository.js';

/** Where a sign-in comes from, for the list of sessions. */
export interface Device {
  userAgent: string | null;
  ip: string | null;
}

/** A session with the refresh token just made for it; the token is never seen again. */
export interface OpenedSession {
  sessionId: string;
  userId: number;
  refreshToken: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly live: LiveSessions,
    private readonly log: AuthLog,
  ) {}

  async open(tx: Tx, userId: number, device: Device): Promise<OpenedSession> {
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + ABSOLUTE_LIMIT_MS);
    await this.sessions.insertSession(tx, { id, userId, expiresAt, ...device });
    return { sessionId: id, userId, refreshToken: await this.giveToken(tx, id, null) };
  }

  /**
   * Exchanges a refresh token for a new one. Reuse ends the session for everybody who holds a token of it.
   * @throws ProblemError 401
   */
  async refresh(refreshToken: string): Promise<OpenedSession> {
    const tokenHash = sha256(refreshToken);
    const opened = await this.database.transaction(async (tx) => {
      const token = await this.sessions.lockPresented(tx, tokenHash);
      if (!token || !(await this.mayExchange(tx, token))) return undefined;
      await this.sessions.useToken(tx, tokenHash, token.sessionId);
      const next = await this.giveToken(tx, token.sessionId, tokenHash);
      return { sessionId: token.sessionId, userId: token.userId, refreshToken: next };
    });
    if (!opened) throw refreshRefused(); // only now: the end of a reused session must be committed
    return opened;
  }

  /** The live ones of a person, last used first; `sessionId` is the one that asks. */
  async list({ id: userId, sessionId }: Pick<Actor, 'id' | 'sessionId'>): Promise<SessionList> {
    const rows = await this.sessions.list(userId);
    return { results: rows.map((row) => presentSession(row, sessionId)) };
  }

  /** @throws ProblemError 404 for a session that is somebody else's or has ended */
  async endOwn({ id: userId }: Actor, id: string): Promise<void> {
    const ended = await this.database.transaction((tx) => this.sessions.revokeOwn(tx, userId, id));
    if (!ended) throw sessionNotFound();
    this.live.forget(id);
    this.log.happened('session ended', { userId, sessionId: id });
  }

  async endOthers({ id: userId, sessionId }: Actor): Promise<void> {
    const ended = await this.database.transaction((tx) => this.sessions.revokeAll(tx, userId, sessionId));
    ended.forEach((id) => this.live.forget(id));
    this.log.happened('other sessions ended', { userId, count: ended.length });
  }

  /** Everybody's, by an admin. @throws ProblemError 404 for a session that the person does not have */
  async endOne(tx: Tx, userId: number, id: string): Promise<void> {
    if (!(await this.sessions.revokeOwn(tx, userId, id))) throw sessionNotFound();
    commitHooks.after(tx, () => this.live.forget(id));
  }

  /** @returns how many there were */
  async endAll(tx: Tx, userId: number): Promise<number> {
    const ended = await this.sessions.revokeAll(tx, userId, null);
    commitHooks.after(tx, () => ended.forEach((id) => this.live.forget(id)));
    return ended.length;
  }

  /** How many live ones, and when one of them was last used. */
  summary(userId: number): Promise<SessionSummary> {
    return this.sessions.summary(userId);
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await this.sessions.revoke(tx, sessionId);
    this.live.forget(sessionId);
  }

  private async mayExchange(tx: Tx, token: PresentedRow): Promise<boolean> {
    const verdict = judgeRefresh(token, new Date());
    if (verdict === 'reuse') {
      await this.end(tx, token.sessionId);
      this.log.refused('refresh token reused, session ended', {
        sessionId: token.sessionId,
        userId: token.userId,
      });
    }
    return verdict === 'accept';
  }

  private async giveToken(tx: Tx, sessionId: string, parentHash: Buffer | null): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + IDLE_LIMIT_MS);
    await this.sessions.insertToken(tx, { tokenHash: sha256(token), sessionId, parentHash, expiresAt });
    return token;
  }
}

function presentSession(row: SessionRow, current: string): SessionInfo {
  return {
    id: row.id,
    is_current: row.id === current,
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt.toISOString(),
    user_agent: row.userAgent,
    ip: row.ip,
  };
}

function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
