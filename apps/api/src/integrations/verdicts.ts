import type { OutboundAnswer } from '../platform/outbound/outbound-http.js';
import type { Verdict } from './integration-adapter.js';
import { retryAfterMs } from './retry-after.js';

export const DELIVERED: Verdict = { kind: 'delivered' };

export const isSuccess = ({ status }: Pick<OutboundAnswer, 'status'>) => status >= 200 && status < 300;

/** Try again, and not before the other side wants it. */
export function failed({ status, headers }: OutboundAnswer): Verdict {
  const waitMs = status === 429 || status === 503 ? retryAfterMs(headers['retry-after']) : undefined;
  const reason =
    status >= 300 && status < 400 ? `Answered ${status}: redirects are not followed.` : `Answered ${status}.`;
  return { kind: 'failed', reason, ...(waitMs !== undefined && { waitMs }) };
}
