import ipaddr from 'ipaddr.js';

/** An address that nothing is sent to; the message is for the admin who gave it. */
export class OutboundRefused extends Error {}

/** Whether intranets and plain http are allowed (`ALLOW_PRIVATE_WEBHOOKS`). */
export interface OutboundRules {
  allowPrivate: boolean;
}

/** Below it live services that are not HTTP. */
const FIRST_FREE_PORT = 1_024;
const LONGEST_URL = 2_000;

/**
 * Reads an address that somebody gave, as the WHATWG URL standard does and as it will be connected to: `0x7f.1`,
 * `2130706433` and full-width digits are 127.0.0.1 by then.
 * @throws OutboundRefused when its very form is not allowed
 */
export function outboundUrl(text: string, rules: OutboundRules): URL {
  const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new OutboundRefused('This is not a web address.');
  requireScheme(url, rules);
  if (url.username || url.password) throw new OutboundRefused('A web address with a name or password in it.');
  requirePort(url, rules);
  const literal = literalOf(url.hostname);
  if (literal !== undefined) requireReachable(literal, rules);
  url.hash = '';
  return url;
}

function requireScheme({ protocol }: URL, { allowPrivate }: OutboundRules): void {
  if (protocol === 'https:' || (protocol === 'http:' && allowPrivate)) return;
  throw new OutboundRefused('Only addresses that start with https:// are allowed.');
}

function requirePort({ port }: URL, { allowPrivate }: OutboundRules): void {
  if (port === '' || allowPrivate || Number(port) >= FIRST_FREE_PORT) return;
  throw new OutboundRefused('Only port 443 and ports from 1024 on are allowed.');
}

/** The IP address that a host name is; undefined for a name that has to be looked up. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}

/** What an intranet has. Link-local stays closed there, too: the metadata of clouds is on 169.254.169.254. */
const PRIVATE_RANGES = ['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'];

/** @throws OutboundRefused unless the address is a public one, or a private one where those are allowed */
export function requireReachable(address: string, { allowPrivate }: OutboundRules): void {
  const range = rangeOf(address);
  if (range === 'unicast' || (allowPrivate && PRIVATE_RANGES.includes(range))) return;
  throw new OutboundRefused(`The address leads to ${address}, which is not on the public internet.`);
}

const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];
/** All that IANA has given out; `::127.0.0.1` is outside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** What kind of address it is; one that wraps an IPv4 address is what that is. */
function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'invalid';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range();
  if (parsed.match(NAT64)) return new ipaddr.IPv4(parsed.toByteArray().slice(12)).range();
  const range = parsed.range();
  return range === 'unicast' && !parsed.match(GLOBAL_IPV6) ? 'reserved' : range;
}
