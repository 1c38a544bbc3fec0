import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { EventPump } from '../src/platform/events/event-pump.js';
import type { Person } from './make.js';
import type { TestApi } from './start-api.js';
import { until } from './until.js';

/** One message of a live stream; those without an event only move the place. */
export interface LiveMessage {
  id: string;
  event: string;
  data: any;
  /** When it came, in ms since the process began. */
  at: number;
}

/** A live stream, as a browser reads it. */
export interface LiveReader {
  headers: IncomingHttpHeaders;
  /** What was told so far, without places and heartbeats. */
  messages: LiveMessage[];
  /** Id of the last message or heartbeat: what to come back with. */
  lastId(): string;
  /** Everything that came over the wire. */
  text(): string;
  /** Waits until so many were told. */
  heard(count: number): Promise<LiveMessage[]>;
  /** True once the server has ended it. */
  isOver(): boolean;
  /** Leaves. */
  close(): void;
}

/** Gives the API a port of its own and lets events move. @returns its address */
export async function listenLive({ app }: TestApi): Promise<string> {
  await app.listen(0, '127.0.0.1');
  app.get(EventPump).start();
  return app.getUrl();
}

/** Opens the stream. Resolves when it has said where it is: what happens from then on is told. */
export async function readLive(
  url: string,
  { token }: Pick<Person, 'token'>,
  lastId?: string,
): Promise<LiveReader> {
  const headers = { authorization: `Bearer ${token}`, ...(lastId && { 'last-event-id': lastId }) };
  // not fetch: its pool opens connections in advance, and a shutdown waits a minute for those
  const request = get(`${url}/api/live/`, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${await text(response)}`);
  let all = '';
  let rest = '';
  let isOver = false;
  let last = '';
  const messages: LiveMessage[] = [];
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    all += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    for (const message of blocks.map(parse)) {
      last = message.id;
      if (message.event !== '') messages.push(message);
    }
  });
  response.on('error', () => undefined); // it was left
  response.on('close', () => (isOver = true));
  await until(async () => last !== '');
  return {
    headers: response.headers,
    messages,
    lastId: () => last,
    text: () => all,
    heard: async (count) => {
      await until(async () => messages.length >= count);
      return messages;
    },
    isOver: () => isOver,
    close: () => request.destroy(),
  };
}

function parse(block: string): LiveMessage {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const { id = '', event = '', data } = fields;
  return { id, event, data: data === undefined ? undefined : JSON.parse(data), at: performance.now() };
}
