import { connect } from 'node:net';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let server: Server;
let port: number;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  server = api.app.getHttpServer() as Server;
  ({ port } = server.address() as { port: number });
});
afterAll(() => api.stop());

/** Bytes as they are, without a client that corrects them. @returns the first line of the answer */
async function send(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  await once(socket, 'close');
  return answer.split('\r\n')[0]!;
}

describe('a connection', () => {
  it('that never finishes its request is given up after 30 s, a silent one after a minute', () =>
    expect([server.requestTimeout, server.timeout]).toEqual([30_000, 60_000]));

  it.each([
    ['/api/tickets', 401],
    ['http://localhost/api/tickets', 401],
    ['http://evil.example/api/tickets', 401],
    ['/api/%74ickets', 401],
    ['/api/health/live', 200],
  ])('with the address %s leads past no guard: %i', async (address, status) => {
    const request = `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    expect(await send(request)).toMatch(new RegExp(`^HTTP/1.1 (${status}|404)`));
  });
});
