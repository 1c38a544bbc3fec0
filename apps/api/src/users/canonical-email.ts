import { domainToASCII } from 'node:url';
import { LIMITS } from '@ticketing/contracts';

/** RFC 5322 atoms without quoting, ASCII only: the Kelvin sign lower-cases to `k` and would take over `kevin@`. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/**
 * The form under which an address is unique: ASCII lower case, international domains as punycode.
 * Undefined when it is no address that we take.
 */
export function canonicalEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1).toLowerCase());
  const canonical = `${local.toLowerCase()}@${domain}`;
  const valid = at > 0 && local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain);
  return valid && canonical.length <= LIMITS.email.max ? canonical : undefined;
}
