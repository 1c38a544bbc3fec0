import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  getOptionsToken,
  getStorageToken,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../access/access.decorators.js';
import { Env } from '../config/env.js';
import { Log } from '../logging/log.js';
import { tooManyRequests } from './throttle.problems.js';
import { RATE_LIMIT, RATE_LIMITS, type RateLimit, type RateLimitName } from './rate-limits.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Global, after `AuthGuard`: counts requests by address, account and person, and answers 429 with `Retry-After`
 * before anything expensive happens. What is left is in the `RateLimit-*` headers.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @Inject(getOptionsToken()) options: ThrottlerModuleOptions,
    @Inject(getStorageToken()) storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly env: Env,
    private readonly log: Log,
  ) {
    super(options, storage, reflector);
  }

  /** The base class would read its own list of limits, and warn that it is empty. */
  override async onModuleInit(): Promise<void> {}

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.limitOf(context);
    if (!name || this.env.RATE_LIMIT_FACTOR === 0) return true;
    for (const limit of RATE_LIMITS[name]) await this.count(context, name, limit);
    return true;
  }

  private limitOf(context: ExecutionContext): RateLimitName | undefined {
    const own = this.reflector.getAllAndOverride<RateLimitName | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { method } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    return own ?? (READS.includes(method) ? undefined : 'write');
  }

  private async count(context: ExecutionContext, name: RateLimitName, limit: RateLimit): Promise<void> {
    const http = context.switchToHttp();
    const allowed = limit.limit * this.env.RATE_LIMIT_FACTOR;
    const key = `${name}:${limit.by}:${await this.whoIs(http.getRequest<AuthenticatedRequest>(), limit)}`;
    const { totalHits, timeToExpire, isBlocked, timeToBlockExpire } = await this.storageService.increment(
      key,
      limit.windowMs,
      allowed,
      limit.windowMs,
      name,
    );
    if (isBlocked) {
      const isAboutAuth = name !== 'write' && name !== 'report';
      this.log.warn('rate limit reached', { limit: name, by: limit.by, ...(isAboutAuth && { log: 'auth' }) });
      throw tooManyRequests(timeToBlockExpire);
    }
    this.announce(http.getResponse<FastifyReply>(), allowed, allowed - totalHits, timeToExpire);
  }

  private whoIs(request: AuthenticatedRequest, { by }: RateLimit): Promise<string> | string {
    if (by === 'actor' && request.user) return String(request.user.id);
    if (by === 'account') return accountOf(request.body);
    return this.getTracker(request as unknown as Record<string, unknown>);
  }

  /** Of several limits the tightest is told. */
  private announce(reply: FastifyReply, limit: number, remaining: number, reset: number): void {
    const told = reply.getHeader('RateLimit-Remaining');
    if (told !== undefined && Number(told) <= remaining) return;
    void reply.headers({
      'RateLimit-Limit': String(limit),
      'RateLimit-Remaining': String(Math.max(0, remaining)),
      'RateLimit-Reset': String(reset),
    });
  }
}

/** The address in the body, as rough as can be: whether it is one is for the DTO to say, later. */
function accountOf(body: unknown): string {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
