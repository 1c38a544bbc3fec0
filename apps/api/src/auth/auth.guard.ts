import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import {
  type AuthenticatedRequest,
  PUBLIC,
  WITHOUT_SECOND_FACTOR,
} from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { requestContext } from '../platform/logging/request-context.js';
import { notSignedIn, twoFactorSetUpFirst } from './auth.problems.js';

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
    if (isPublic) return true;
    await super.canActivate(context);
    this.requireSecondFactor(context);
    return true;
  }

  private requireSecondFactor(context: ExecutionContext): void {
    const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!user.mustSetUpTwoFactor) return;
    const targets = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean>(WITHOUT_SECOND_FACTOR, targets))
      throw twoFactorSetUpFirst();
  }

  override handleRequest<T = Actor>(error: unknown, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw notSignedIn();
    requestContext.nameActor((actor as unknown as Actor).id);
    return actor;
  }
}
