import { Injectable } from '@nestjs/common';
import type { RefreshTransport } from '@ticketing/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../platform/config/env.js';
import { foreignOrigin } from './auth.problems.js';
import { IDLE_LIMIT_MS } from './refresh-rules.js';

/**
 * The browser's refresh token: HttpOnly, so that no script reads it; SameSite=Strict plus an Origin check, so
 * that no other site uses it. `__Host-` ties it to this host and to https (RFC 6265bis, 4.1.3.2).
 */
@Injectable()
export class RefreshCookie {
  private readonly secure: boolean;
  private readonly name: string;
  private readonly origin: string;

  constructor(env: Env) {
    this.origin = new URL(env.publicUrl).origin;
    this.secure = this.origin.startsWith('https:');
    this.name = this.secure ? '__Host-refresh' : 'refresh';
  }

  /**
   * The token that came in the cookie.
   * @throws ProblemError 403 when another site sent the request
   */
  read(request: FastifyRequest): string | undefined {
    const token = request.cookies[this.name];
    if (token !== undefined) this.requireOwnOrigin(request);
    return token;
  }

  /** Puts the token where the client wants it. @returns what the body says */
  deliver(reply: FastifyReply, token: string, transport: RefreshTransport): string | null {
    if (transport === 'body') return token;
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: IDLE_LIMIT_MS / 1000 });
    return null;
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'strict' } as const;
  }

  /** Scripts cannot forge Origin; a request without one is no browser's cross-site request. */
  private requireOwnOrigin({ headers }: FastifyRequest): void {
    const { origin, host } = headers;
    if (origin === undefined || origin === this.origin) return;
    const sameHost = URL.canParse(origin) && new URL(origin).host === host;
    if (!sameHost) throw foreignOrigin();
  }
}
