import type { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { isProblemOf } from '../http/problem';
import { AuthStore } from './auth-store';

/** Hears that the API wants two-factor sign-in first, for instance of somebody who has just become an admin. */
export function secondFactorInterceptor(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const auth = inject(AuthStore);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (isProblemOf(error, 'two-factor-set-up-first')) auth.requireTwoFactor();
      },
    }),
  );
}
