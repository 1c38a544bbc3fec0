import { createHash } from 'node:crypto';

/** What makes two requests the same: method, address and body. Never give it a password: SHA-256 is fast. */
export function requestHashOf(method: string, url: string, body: unknown): Buffer {
  const path = url.replace(/\/+$/, '');
  return createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(body ?? {})}`)
    .digest();
}
