import { Injectable } from '@nestjs/common';
import type { RefreshTransport, SessionView } from '@ticketing/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { presentMe } from '../users/index.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import { refreshRefused } from './auth.problems.js';
import type { SignedIn } from './auth.service.js';
import type { RefreshDto } from './dto/credentials.dto.js';
import { TwoFactorRule } from './two-factor/two-factor-rule.js';
import { RefreshCookie } from './refresh-cookie.js';

/** Carries tokens between a session and its client: in the body, or the refresh token in the cookie. */
@Injectable()
export class SessionDelivery {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly cookie: RefreshCookie,
    private readonly twoFactor: TwoFactorRule,
  ) {}

  hand(reply: FastifyReply, { user, session }: SignedIn, transport: RefreshTransport = 'body'): SessionView {
    return {
      user: presentMe(
        user,
        this.twoFactor.mustSetUp({ ...user, hasTwoFactor: user.totpConfirmedAt !== null }),
      ),
      access_token: this.accessTokens.sign(user.id, session.sessionId),
      refresh_token: this.cookie.deliver(reply, session.refreshToken, transport),
      expires_in: ACCESS_TOKEN_SECONDS,
    };
  }

  /** The refresh token of the request; the new one goes back the same way. @throws ProblemError 401, 403 */
  presented(request: FastifyRequest, body: RefreshDto): { token: string; transport: RefreshTransport } {
    if (body.refresh_token !== undefined) return { token: body.refresh_token, transport: 'body' };
    const token = this.cookie.read(request);
    if (token === undefined) throw refreshRefused();
    return { token, transport: 'cookie' };
  }

  takeBack(reply: FastifyReply): void {
    this.cookie.clear(reply);
  }
}
