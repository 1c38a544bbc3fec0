import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Device } from './sessions.service.js';

const LONGEST_USER_AGENT = 300;

/** Where a request comes from, for the list of sessions. */
export function deviceOf(request: FastifyRequest): Device {
  const userAgent = request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT);
  return { userAgent: userAgent ?? null, ip: storableAddress(request.ip) };
}

/** What `inet` takes: no network card after a link-local address, nothing made up that a proxy passed on. */
function storableAddress(ip = ''): string | null {
  const [address = ''] = ip.split('%');
  return isIP(address) ? address : null;
}
