import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Role } from '@ticketing/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

export const PUBLIC = 'access:public';
export const ROLES_ALLOWED = 'access:roles';

/** Opens a route to everybody. Without it a route asks for a signed-in person. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Only these roles may use the route: 403 for others. Object-level rules are the policies'. */
export const Roles = (roles: Role[]) => SetMetadata(ROLES_ALLOWED, roles);

export const WITHOUT_SECOND_FACTOR = 'access:without-second-factor';

/** Open to whoever still has to set up two-factor sign-in: the own account. */
export const WithoutSecondFactor = () => SetMetadata(WITHOUT_SECOND_FACTOR, true);

/** The request once `AuthGuard` let it in. */
export type AuthenticatedRequest = FastifyRequest & { user: Actor };

/** The signed-in person, put on the request by `AuthGuard`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AuthenticatedRequest>().user,
);
