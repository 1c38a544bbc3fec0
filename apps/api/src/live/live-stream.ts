import type { ServerResponse } from 'node:http';
import type { Actor } from '../platform/access/actor.js';

/** Bytes that may wait for a reader. Who is slower than that is cut, and comes back for the rest. */
const MOST_WAITING = 64 * 1024;

/** One reader of the stream: who it is, how far it has heard, and the raw answer that it reads from. */
export class LiveStream {
  constructor(
    readonly actor: Actor,
    private readonly response: ServerResponse,
    /** It has heard everything up to here. */
    public position: number,
    /** When it ends by itself, at the latest. */
    readonly endsAt: number,
  ) {}

  /** A message; an empty event only moves the place to resume from. */
  send(id: string, event = '', data = ''): void {
    this.write(event === '' ? `id: ${id}\n\n` : `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
  }

  /** @param frame messages as they go over the wire, made once for all readers */
  write(frame: string): void {
    if (this.response.destroyed || this.response.writableEnded) return;
    this.response.write(frame);
    if (this.response.writableLength > MOST_WAITING) this.response.destroy();
  }

  end(): void {
    this.response.end();
  }
}
