import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

const MEANINGS = {
  400: 'Invalid input; `errors` says where.',
  401: 'Not signed in.',
  403: 'The role, or the state of the thing, does not allow it.',
  404: 'There is no such thing, or the caller may not see it.',
  409: 'The state does not allow it.',
  412: '`If-Match` names an old version.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  503: 'Something that the service needs is not there; see `Retry-After`.',
  429: 'Too many requests; see `Retry-After`.',
} as const;

/** Documents error answers, all as problem+json. */
export function ApiProblems(...statuses: (keyof typeof MEANINGS)[]) {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANINGS[status],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
      }),
    ),
  );
}

/** Documents that a controller or route asks for a signed-in person. The guard is global. */
export function SignedIn() {
  return applyDecorators(ApiBearerAuth('access_token'), ApiProblems(401));
}

/** Classes that are only referred to by name above. */
export const EXTRA_MODELS = [ProblemDto];
