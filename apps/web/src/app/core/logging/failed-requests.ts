import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { withoutSecrets } from './log-line';
import { Logger } from './logger';

/** Answers that people bring about by what they do: refused, gone, changed meanwhile, too often. */
const ORDINARY = [400, 401, 403, 404, 409, 412, 422, 429];

/** Writes down requests that failed, by the id under which the server's log knows them. */
export function failedRequests(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const logger = inject(Logger);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && isWorthALine(error)) writeDown(logger, request, error);
      },
    }),
  );
}

/** Without an answer (0) there is nobody to tell either. */
function isWorthALine({ status }: HttpErrorResponse): boolean {
  return status >= 400 && !ORDINARY.includes(status);
}

function writeDown(logger: Logger, { method, url }: HttpRequest<unknown>, error: HttpErrorResponse): void {
  logger[error.status >= 500 ? 'error' : 'warn']('request failed', {
    method,
    path: withoutSecrets(url),
    status: error.status,
    request_id: error.headers.get('X-Request-Id') ?? undefined,
  });
}
