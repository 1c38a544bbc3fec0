import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { LiveSessions } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import { Log } from '../platform/logging/log.js';
import { concerns, messageOf } from './hint.js';
import { type Heard, LiveFeed } from './live-feed.js';
import { LiveStream } from './live-stream.js';
import { noRoomForStreams, tooManyStreams } from './live.problems.js';
import { SealedPosition } from './sealed-position.js';

/** In one process. */
export const MOST_STREAMS = { person: 10, all: 20_000 };
const SECOND_MS = 1_000;
const HEARTBEAT_SECONDS = 20;
const SESSION_CHECK_SECONDS = 2;
const OLDEST_MS = 3_600_000;
/** Not all of a deployment's streams end in the same minute. */
const AGE_SPREAD_MS = 600_000;

/** Everybody who listens now: told what concerns them, for as long as their session lives. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<LiveStream>();
  private clock: NodeJS.Timeout | undefined;
  private second = 0;
  private isClosing = false;

  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: LiveSessions,
    private readonly places: SealedPosition,
    private readonly log: Log,
  ) {
    feed.onHeard((heard) => this.tell([...this.streams], heard));
  }

  /** @throws ProblemError 429 or 503, before anything is written */
  async requireRoom(actor: Actor): Promise<void> {
    if (this.isClosing || this.streams.size >= MOST_STREAMS.all) throw noRoomForStreams();
    const own = [...this.streams].filter((stream) => stream.actor.id === actor.id);
    if (own.length >= MOST_STREAMS.person) throw tooManyStreams(MOST_STREAMS.person);
    await this.feed.start();
  }

  /**
   * Takes over the answer, whose head is written.
   * @param lastId of the last message that the reader has; without it the stream starts from now
   */
  async open(actor: Actor, response: ServerResponse, lastId: string | undefined): Promise<void> {
    const from = lastId === undefined ? this.feed.position : this.places.open(lastId);
    if (from !== undefined) await this.feed.reach(from);
    // nothing is awaited from here on: what is heard next is told to this stream, too
    if (response.destroyed || this.isClosing) return void response.end();
    const missed = from === undefined ? undefined : this.feed.since(from);
    const stream = this.add(actor, response, from ?? 0);
    if (missed) this.tell([stream], missed);
    this.welcome(stream, missed === undefined);
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true;
    clearInterval(this.clock);
    for (const stream of this.streams) stream.end();
  }

  private add(actor: Actor, response: ServerResponse, position: number): LiveStream {
    const endsAt = Date.now() + OLDEST_MS - Math.floor(Math.random() * AGE_SPREAD_MS);
    const stream = new LiveStream(actor, response, position, endsAt);
    this.streams.add(stream);
    response.once('close', () => this.streams.delete(stream));
    this.clock ??= setInterval(() => this.tick(), SECOND_MS).unref();
    return stream;
  }

  /** Where it is, so that it can come back without a gap although nothing happened yet. */
  private welcome(stream: LiveStream, isReset: boolean): void {
    stream.position = this.feed.position;
    const id = this.places.seal(stream.position);
    if (isReset) stream.send(id, 'reset', '{}');
    else stream.send(id);
  }

  private tell(streams: LiveStream[], news: Heard[]): void {
    for (const { position, hint } of news) {
      let frame: string | undefined;
      for (const stream of streams) {
        if (position <= stream.position) continue;
        stream.position = position;
        if (hint && concerns(stream.actor, hint)) stream.write((frame ??= this.frameOf(position, hint)));
      }
    }
  }

  private frameOf(position: number, hint: NonNullable<Heard['hint']>): string {
    const { event, data } = messageOf(hint);
    return `id: ${this.places.seal(position)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  private tick(): void {
    this.second += 1;
    const now = Date.now();
    const beat = `: alive\nid: ${this.places.seal(this.feed.position)}\n\n`;
    for (const stream of this.streams) {
      if (stream.endsAt < now) stream.end();
      // each second a part of them: ten thousand at once would keep everybody else waiting
      else if (stream.endsAt % HEARTBEAT_SECONDS === this.second % HEARTBEAT_SECONDS) stream.write(beat);
    }
    if (this.second % SESSION_CHECK_SECONDS === 0) void this.endForgottenSessions();
  }

  /** A session that ended, a person who was deactivated or has another role: the stream ends, the next one is judged anew. */
  private async endForgottenSessions(): Promise<void> {
    const streams = [...this.streams];
    if (streams.length === 0) return;
    try {
      const alive = await this.sessions.stillThere([...new Set(streams.map(({ actor }) => actor.sessionId))]);
      for (const stream of streams)
        if (alive.get(stream.actor.sessionId)?.role !== stream.actor.role) stream.end();
    } catch (error) {
      this.log.warn('sessions of live streams could not be checked', { error });
    }
  }
}
