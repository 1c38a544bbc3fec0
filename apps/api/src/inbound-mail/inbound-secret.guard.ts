import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Env } from '../platform/config/env.js';
import { isSameSecret } from '../platform/config/same-secret.js';
import { noInbound, wrongInboundSecret } from './inbound-mail.problems.js';

/** Lets mail servers in that show the secret, before a byte of the mail is read. Without one there is no door. */
@Injectable()
export class InboundSecretGuard implements CanActivate {
  constructor(private readonly env: Env) {}

  canActivate(context: ExecutionContext): boolean {
    const { INBOUND_SECRET: secret } = this.env;
    if (!secret) throw noInbound();
    const { authorization = '' } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (!isSameSecret(given, secret)) throw wrongInboundSecret();
    return true;
  }
}
