import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@ticketing/contracts';
import { type AuthenticatedRequest, ROLES_ALLOWED } from '../platform/access/access.decorators.js';
import { forbidden } from '../platform/http/problem.js';

/** Global: a route with `@Roles([...])` is for these roles only. Runs after `AuthGuard`. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!roles) return true;
    const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!roles.includes(user.role)) throw forbidden(`This is for the role ${roles.join(' or ')}.`);
    return true;
  }
}
