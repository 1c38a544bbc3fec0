import { createHmac, randomBytes } from 'node:crypto';

/** The prefix lets scanners for leaked secrets know it. */
export const newSigningKey = () => `whsec_${randomBytes(32).toString('base64url')}`;

/**
 * `v1=<hex>`: HMAC-SHA256 over `<timestamp>.<body>` under the signing key, one for each key that is good, the current
 * one first. The scheme of Stripe's webhooks; the timestamp inside is what keeps old requests from being sent again.
 */
export function signatureOf(keys: string[], timestamp: string, body: string): string {
  const signatures = keys.map((key) =>
    createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex'),
  );
  return signatures.map((signature) => `v1=${signature}`).join(',');
}
