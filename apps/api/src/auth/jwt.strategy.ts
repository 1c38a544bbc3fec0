import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import passportJwt from 'passport-jwt';
import type { Actor } from '../platform/access/actor.js';
import { type NamedKey, Secrets } from '../platform/config/secrets.js';
import { type AccessClaims, ACCESS_TOKEN_SECONDS, ALGORITHM, AUDIENCE, ISSUER } from './access-tokens.js';
import { LiveSessions } from './live-sessions.js';
import { TwoFactorRule } from './two-factor/two-factor-rule.js';

/** Turns a bearer token into the `Actor`: signature and claims by passport-jwt, then the session behind it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(passportJwt.Strategy) {
  constructor(
    secrets: Secrets,
    private readonly sessions: LiveSessions,
    private readonly twoFactor: TwoFactorRule,
  ) {
    const keys = secrets.keysFor('access-token');
    super({
      jwtFromRequest: passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request, token: string, done) => done(null, keyOf(token, keys)),
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
    const mustSetUpTwoFactor = this.twoFactor.mustSetUp(session);
    return { id: session.userId, role: session.role, sessionId: claims.sid, mustSetUpTwoFactor };
  }
}

/**
 * The key that the token names (`kid`), else the current one. Handed on as a `KeyObject`: a string would be made
 * into one at each request, which costs 300 microseconds.
 */
function keyOf(token: string, keys: NamedKey[]): Buffer {
  const [header = ''] = token.split('.');
  const named = keys.find(({ id }) => Buffer.from(header, 'base64url').includes(`"kid":"${id}"`));
  return (named ?? keys[0]!).key as unknown as Buffer;
}
