import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived. */
export interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The very bytes, as text. */
  body: string;
}

type Answering = (request: Recorded, response: ServerResponse) => void;

/** A server on 127.0.0.1 that keeps what it is sent, and answers as the test says. */
export interface Recorder {
  url: string;
  requests: Recorded[];
  /** How it answers from now on. */
  answer(with_: Answering): void;
  /** The same with a status and a body. */
  say(status: number, body?: unknown, headers?: Record<string, string>): void;
  stop(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  let answering: Answering = (_, response) => void response.end('ok');
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const recorded = { method, path, headers, body: Buffer.concat(chunks).toString() };
    requests.push(recorded);
    answering(recorded, response);
  }).listen(0, '127.0.0.1');
  server.on('connection', (socket) => sockets.add(socket));
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (with_) => {
      answering = with_;
    },
    say: (status, body = 'ok', headers = {}) => {
      answering = (_, response) =>
        response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
