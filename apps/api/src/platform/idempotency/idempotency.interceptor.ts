import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../access/access.decorators.js';
import { commitHooks } from '../database/commit-hooks.js';
import { answerLost, keyUsedForAnother, requestInFlight } from './idempotency.problems.js';
import { idempotencyKeyOf } from './idempotency-header.js';
import {
  type Claim,
  type EarlierUse,
  IdempotencyRepository,
  type KeptAnswer,
} from './idempotency.repository.js';
import { requestHashOf } from './request-hash.js';

/** Metadata of a route: fields of its answer that must not be stored. */
export const KEPT_WITHOUT = 'idempotency:kept-without';

/** Headers of the first answer that are part of it. */
const KEPT_HEADERS = ['location', 'etag'];

/**
 * Carries out a request with an `Idempotency-Key` once. The key is claimed first; the write's own transaction
 * marks it as done, so that neither a crash nor a second process can do it twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const claim = claimOf(http.getRequest<AuthenticatedRequest>());
    if (!claim) return next.handle();
    const secrets = this.reflector.get<string[] | undefined>(KEPT_WITHOUT, context.getHandler()) ?? [];
    return from(this.once(claim, next, http.getResponse<FastifyReply>(), secrets));
  }

  private async once(
    claim: Claim,
    next: CallHandler,
    reply: FastifyReply,
    secrets: string[],
  ): Promise<unknown> {
    if (!(await this.repository.claim(claim))) return replay(await this.repository.read(claim), claim, reply);
    let body: unknown;
    try {
      body = await commitHooks.run(
        async (tx) => {
          if (!(await this.repository.commit(tx, claim))) throw requestInFlight();
        },
        () => lastValueFrom(next.handle()),
      );
    } catch (error) {
      await this.repository.giveUp(claim); // nothing was committed: the key is free for another try
      throw error;
    }
    const kept = { status: reply.statusCode, headers: keptHeaders(reply), body: without(secrets, body) };
    await this.repository.keep(claim, kept);
    return body;
  }
}

function claimOf(request: AuthenticatedRequest): Claim | undefined {
  const key = idempotencyKeyOf(request);
  if (key === undefined) return undefined;
  const { user, method, url, body } = request;
  // what an admin was answered is for no user: with another role it is another request
  const asked = user.role === 'admin' ? `admin ${method}` : method;
  return { actorId: user.id, key, requestHash: requestHashOf(asked, url, body) };
}

function replay(use: EarlierUse | undefined, claim: Claim, reply: FastifyReply): unknown {
  if (!use) throw requestInFlight(); // given up between our two looks
  if (!use.requestHash.equals(claim.requestHash)) throw keyUsedForAnother();
  if (!use.answer) throw use.isCommitted ? answerLost() : requestInFlight();
  const { status, headers, body }: KeptAnswer = use.answer;
  void reply.status(status).headers(headers).header('Idempotency-Replayed', 'true');
  return body;
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const set = KEPT_HEADERS.filter((name) => reply.hasHeader(name));
  return Object.fromEntries(set.map((name) => [name, String(reply.getHeader(name))]));
}

function without(fields: string[], body: unknown): unknown {
  const emptied = fields.map((field) => [field, null]);
  return fields.length === 0 ? body : { ...(body as object), ...Object.fromEntries(emptied) };
}
