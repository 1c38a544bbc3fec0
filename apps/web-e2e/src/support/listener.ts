import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** Somebody else's system: an HTTP server at an address of this machine that takes whatever comes. */
export class Listener {
  /** Bodies that came, oldest first. */
  readonly heard: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Listener> {
    const server = createServer();
    const listener = new Listener(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        listener.heard.push(body);
        response.end('thanks');
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return listener;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
