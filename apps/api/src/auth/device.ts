import type { FastifyRequest } from 'fastify';
import type { Device } from './sessions.service.js';

const LONGEST_USER_AGENT = 300;

/** Where a request comes from, for the list of sessions. */
export function deviceOf(request: FastifyRequest): Device {
  const userAgent = request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT);
  return { userAgent: userAgent ?? null, ip: request.ip ?? null };
}
