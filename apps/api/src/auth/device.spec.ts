import type { FastifyRequest } from 'fastify';
import { deviceOf } from './device.js';

const from = (ip: string | undefined, userAgent?: string) =>
  deviceOf({ ip, headers: { 'user-agent': userAgent } } as unknown as FastifyRequest);

describe('where a sign-in comes from', () => {
  it('is an address and a browser', () =>
    expect(from('203.0.113.7', 'Firefox')).toEqual({ ip: '203.0.113.7', userAgent: 'Firefox' }));
  it('is unknown when nothing says so', () => expect(from(undefined)).toEqual({ ip: null, userAgent: null }));
  it('keeps 300 characters of a browser that says too much', () =>
    expect(from('::1', 'x'.repeat(10_000)).userAgent).toHaveLength(300));
  it('is an address without the network card of a link-local one, which PostgreSQL does not take', () =>
    expect(from('fe80::1%eth0').ip).toBe('fe80::1'));
  it.each(['unknown', '_hidden', '203.0.113.7:8080', ''])(
    'is no address when a proxy forwards %j',
    (forwarded) => expect(from(forwarded).ip).toBeNull(),
  );
});
