import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import passportJwt from 'passport-jwt';
import type { Actor } from '../platform/access/actor.js';
import { Secrets } from '../platform/config/secrets.js';
import { type AccessClaims, ACCESS_TOKEN_SECONDS, ALGORITHM, AUDIENCE, ISSUER } from './access-tokens.js';
import { LiveSessions } from './live-sessions.js';

/** Turns a bearer token into the `Actor`: signature and claims by passport-jwt, then the session behind it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(passportJwt.Strategy) {
  constructor(
    secrets: Secrets,
    private readonly sessions: LiveSessions,
  ) {
    super({
      jwtFromRequest: passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken(),
      // a KeyObject: a string would be made into one at each request, which costs 300 microseconds
      secretOrKey: secrets.keyFor('access-token') as unknown as Buffer,
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      jsonWebTokenOptions: { maxAge: ACCESS_TOKEN_SECONDS },
    });
  }

  /** @returns false when the token is not one of ours, or its session has ended */
  async validate(claims: AccessClaims): Promise<Actor | false> {
    if (claims.typ !== 'access' || !isUUID(claims.sid) || !claims.exp) return false;
    const session = await this.sessions.find(claims.sid);
    if (!session || String(session.userId) !== claims.sub) return false;
    return { id: session.userId, role: session.role, sessionId: claims.sid };
  }
}
