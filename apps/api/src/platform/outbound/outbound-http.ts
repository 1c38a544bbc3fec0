import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { Env } from '../config/env.js';
import { Log } from '../logging/log.js';
import { NameResolver } from './name-resolver.js';
import {
  literalOf,
  OutboundRefused,
  type OutboundRules,
  outboundUrl,
  requireReachable,
} from './outbound-address.js';

/** A request to an address that somebody gave. */
export interface OutboundRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came back, whatever its status: redirects are not followed. */
export interface OutboundAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  /** As text, cut after `mostBytes`. */
  body: string;
}

/** There was no answer; the message says why, for people. */
export class OutboundFailed extends Error {}

export interface OutboundLimits {
  connectMs: number;
  totalMs: number;
  mostBytes: number;
}

export const OUTBOUND_LIMITS: OutboundLimits = { connectMs: 5_000, totalMs: 10_000, mostBytes: 64 * 1_024 };

/**
 * The only way from here to an address that somebody gave: it leads to no machine of our own network (SSRF).
 * The name is looked up once, all its addresses are judged, and those very ones are connected to: a name that
 * answers differently the second time has no second time. Addresses in digits are judged as well, because no
 * lookup happens for them.
 */
@Injectable()
export class OutboundHttp implements OnModuleInit {
  private readonly rules: OutboundRules;

  constructor(
    private readonly env: Env,
    private readonly resolver: NameResolver,
    private readonly log: Log,
  ) {
    this.rules = { allowPrivate: env.ALLOW_PRIVATE_WEBHOOKS };
  }

  onModuleInit(): void {
    if (this.rules.allowPrivate && this.env.isProduction) {
      this.log.warn('ALLOW_PRIVATE_WEBHOOKS: integrations may reach private addresses');
    }
  }

  /**
   * For the moment when somebody gives an address. A name that cannot be looked up now passes: it is judged again
   * at each request.
   * @throws OutboundRefused
   */
  async requireAllowed(address: string): Promise<URL> {
    const url = outboundUrl(address, this.rules);
    await this.addressesOf(url).catch((error: unknown) => {
      if (error instanceof OutboundRefused) throw error;
    });
    return url;
  }

  /** @throws OutboundRefused when the address is not allowed, OutboundFailed when no whole answer came */
  async send(request: OutboundRequest, limits: OutboundLimits = OUTBOUND_LIMITS): Promise<OutboundAnswer> {
    const url = outboundUrl(request.url, this.rules);
    const signal = AbortSignal.timeout(limits.totalMs);
    try {
      const addresses = await within(signal, this.addressesOf(url));
      return await exchange({ ...request, url, addresses, signal, limits });
    } catch (error) {
      if (error instanceof OutboundRefused || error instanceof OutboundFailed) throw error;
      throw new OutboundFailed(reasonOf(error, signal, limits));
    }
  }

  /** All of them must be good: of a name with a public and a private one the private one could be chosen. */
  private async addressesOf({ hostname }: URL): Promise<string[]> {
    const literal = literalOf(hostname);
    const addresses = literal === undefined ? await this.resolver.resolve(hostname) : [literal];
    if (addresses.length === 0) throw new OutboundFailed('The name has no address.');
    for (const address of addresses) requireReachable(address, this.rules);
    return addresses;
  }
}

interface Exchange extends Omit<OutboundRequest, 'url'> {
  url: URL;
  addresses: string[];
  signal: AbortSignal;
  limits: OutboundLimits;
}

async function exchange(of: Exchange): Promise<OutboundAnswer> {
  const { url, method, headers, body, addresses, signal, limits } = of;
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  // no agent: a connection that is kept could be used for another address; Host and TLS name stay those of the URL
  const sent = open(url, { method, headers, signal, agent: false, lookup: pinnedTo(addresses) });
  const timer = setTimeout(
    () => sent.destroy(new OutboundFailed(`No connection within ${limits.connectMs / 1_000} s.`)),
    limits.connectMs,
  );
  sent.on('socket', (socket) => {
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer));
  });
  sent.on('close', () => clearTimeout(timer));
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const text = await readUpTo(limits.mostBytes, answer);
  sent.destroy();
  return { status: answer.statusCode!, headers: answer.headers, body: text };
}

/** Answers with the addresses that were judged, and asks nobody. */
function pinnedTo(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({
    address,
    family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4,
  }));
  return (_, options, done) =>
    options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
}

/** What is longer is cut, not read. */
async function readUpTo(mostBytes: number, answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}

async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const tooLate = once(signal, 'abort', { signal: over.signal }).then(() => signal.throwIfAborted());
  tooLate.catch(() => undefined);
  try {
    return (await Promise.race([work, tooLate])) as T;
  } finally {
    over.abort();
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'Nobody listens there.',
  ECONNRESET: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  EHOSTUNREACH: 'No way leads there.',
  ENETUNREACH: 'No way leads there.',
  ENOTFOUND: 'There is no such name.',
  EAI_AGAIN: 'The name could not be looked up.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is signed by nobody known.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is signed by nobody known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate is signed by nobody known.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
};

/** For people, and without the address, which may be a secret. */
function reasonOf(error: unknown, signal: AbortSignal, { totalMs }: OutboundLimits): string {
  if (signal.aborted) return `No whole answer within ${totalMs / 1_000} s.`;
  const { code = '' } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? `The connection failed${code && ` (${code})`}.`;
}
