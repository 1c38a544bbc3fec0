import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** Life of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 600;
export const ISSUER = 'ticketing';
export const AUDIENCE = 'ticketing-api';
/** Pinned at signing and at verifying: a token never chooses its own. */
export const ALGORITHM = 'HS256';

/** What an access token says. The role is not in it: it is looked up, so that a change counts at once. */
export interface AccessClaims {
  /** Id of the user. */
  sub: string;
  /** Id of the session. */
  sid: string;
  /** Keeps every other token of ours from passing as this one. */
  typ: 'access';
  iat: number;
  exp: number;
}

/** Signs access tokens (JWT, RFC 7519). `JwtStrategy` verifies them. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  sign(userId: number, sessionId: string): string {
    return this.jwt.sign({ sub: String(userId), sid: sessionId, typ: 'access' });
  }
}
