import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { LiveStream } from './live-stream.js';

const actor = { id: 1, role: 'user', sessionId: 's' } as const;
const MEBIBYTE = 1024 * 1024;

it('a reader that does not read is cut before much is kept for it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const stream = new LiveStream(actor, response, 0, 0);
  const frame = 'x'.repeat(1024);
  let written = 0;
  let kept = 0;
  while (!response.destroyed && written < 100 * MEBIBYTE) {
    stream.write(frame);
    written += frame.length;
    kept = Math.max(kept, response.writableLength);
    if (written % (64 * 1024) === 0) await new Promise(setImmediate); // the kernel takes what it can
  }
  expect(response.destroyed).toBe(true);
  expect(kept).toBeLessThan(128 * 1024);
  stream.write(frame); // and whoever still writes to it does no harm
  socket.destroy();
  server.close();
});
