import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { AuthStore } from './auth-store';

/** These speak about the session itself: a 401 there is an answer, not an expired token. */
const SESSION_PATHS = ['/api/auth/login/', '/api/auth/register/', '/api/auth/refresh/'];

/** Signs requests to the API; when the token has expired, refreshes it once and tries again. */
export function sessionInterceptor(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  if (!request.url.startsWith('/api/') || SESSION_PATHS.includes(request.url)) return next(request);
  const auth = inject(AuthStore);
  const token = auth.accessToken();
  return next(signed(request, token)).pipe(
    catchError((error: unknown) =>
      isExpired(error) ? retryOnce(request, next, freshToken(auth, token), error) : throwError(() => error),
    ),
  );
}

function retryOnce(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  freshToken: Promise<string | null>,
  refusal: HttpErrorResponse,
): Observable<HttpEvent<unknown>> {
  return from(freshToken).pipe(
    switchMap((token) => (token === null ? throwError(() => refusal) : next(signed(request, token)))),
  );
}

/** Another request may have refreshed while this one was under way: then its token is fresh enough. */
async function freshToken(auth: AuthStore, expired: string | null): Promise<string | null> {
  const current = auth.accessToken();
  return current !== null && current !== expired ? current : auth.refresh();
}

function signed(request: HttpRequest<unknown>, token: string | null): HttpRequest<unknown> {
  return token === null ? request : request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}

function isExpired(error: unknown): error is HttpErrorResponse {
  return error instanceof HttpErrorResponse && error.status === 401;
}
