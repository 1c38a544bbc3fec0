import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import { PUBLIC } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { requestContext } from '../platform/logging/request-context.js';
import { notSignedIn } from './auth.problems.js';

/** Global: every route asks for a signed-in person unless it says `@Public()`. */
@Injectable()
export class AuthGuard extends PassportGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    return isPublic === true || ((await super.canActivate(context)) as boolean);
  }

  override handleRequest<T = Actor>(error: unknown, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw notSignedIn();
    requestContext.nameActor((actor as unknown as Actor).id);
    return actor;
  }
}
