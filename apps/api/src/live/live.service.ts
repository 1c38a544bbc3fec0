import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../platform/access/access.decorators.js';
import { Log } from '../platform/logging/log.js';
import { LiveStreams } from './live-streams.js';

/** `no` keeps nginx from gathering messages; a connection that was a stream is not used for anything else. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  Connection: 'close',
};

/** Turns a request into a stream, on the raw answer: Nest's own would cost twice the memory for each reader. */
@Injectable()
export class LiveService {
  constructor(
    private readonly streams: LiveStreams,
    private readonly log: Log,
  ) {}

  /** @param lastId of the last message that the reader has */
  async stream({ user, method }: AuthenticatedRequest, reply: FastifyReply, lastId?: string): Promise<void> {
    await this.streams.requireRoom(user);
    reply.hijack();
    const { raw } = reply;
    raw.on('error', () => raw.destroy()); // the reader is gone
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
    if (method === 'HEAD') return void raw.end();
    raw.flushHeaders();
    try {
      await this.streams.open(user, raw, lastId);
    } catch (error) {
      this.log.warn('a live stream could not be opened', { error }); // the head is sent: no problem can be told
      raw.destroy();
    }
  }
}
