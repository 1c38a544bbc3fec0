import { HttpErrorResponse } from '@angular/common/http';

/** When the server wants to be asked again, in words (`in 40 s`, `in 15 min`); null when it does not say. */
export function retryAfter(error: unknown): string | null {
  const header = error instanceof HttpErrorResponse ? error.headers.get('Retry-After') : null;
  const seconds = Number(header);
  if (header === null || !Number.isFinite(seconds) || seconds < 0) return null;
  return seconds < 60 ? `in ${Math.max(1, Math.ceil(seconds))} s` : `in ${Math.ceil(seconds / 60)} min`;
}
