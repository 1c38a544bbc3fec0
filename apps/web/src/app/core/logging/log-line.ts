import { HttpErrorResponse } from '@angular/common/http';
import { type ClientLogLevel, type ClientLogRequest, LIMITS } from '@ticketing/contracts';

/** Facts that go with a log line. Never what somebody typed. */
export interface LogFields {
  /** What was thrown. */
  error?: unknown;
  /** `X-Request-Id` of the answer that it is about. */
  request_id?: string;
  [fact: string]: unknown;
}

/** Longer parts of an address are secrets, such as the token of a mailed link. */
const LONGEST_PATH_PART = 24;

/** One line for the server's log, without anything that somebody typed and within its limits. */
export function lineFor(
  level: ClientLogLevel,
  event: string,
  { error, request_id, ...facts }: LogFields,
  path: string,
): ClientLogRequest {
  const words = [event, ...Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`)];
  const thrown = error === undefined ? '' : `: ${describe(error)}`;
  const stack = error instanceof Error ? error.stack : undefined;
  return {
    level,
    message: cut(withoutQueries(words.join(' ') + thrown), LIMITS.clientLog.message),
    page: cut(withoutSecrets(path), LIMITS.clientLog.page),
    ...(stack && { stack: cut(withoutQueries(stack), LIMITS.clientLog.stack) }),
    ...(request_id && { request_id }),
  };
}

/** An address without its query and without parts that only their receiver may know. */
export function withoutSecrets(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return path
    .split('/')
    .map((part) => (part.length > LONGEST_PATH_PART ? ':secret' : part))
    .join('/');
}

function describe(error: unknown): string {
  // Its own message names the whole address.
  if (error instanceof HttpErrorResponse) return `HTTP ${error.status} of ${withoutSecrets(error.url ?? '')}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}

/** Addresses inside of texts: what stands behind the question mark may be a search. */
function withoutQueries(text: string): string {
  return text.replace(/(\/[^\s?'")]*)\?[^\s'")]*/g, '$1');
}

function cut(text: string, max: number): string {
  return [...text].slice(0, max).join('');
}
