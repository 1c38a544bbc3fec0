import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { type Recorder, startRecorder } from '../../../test/recorder.js';
import { loadEnv } from '../config/env.js';
import { Log } from '../logging/log.js';
import { OutboundRefused } from './outbound-address.js';
import { OUTBOUND_LIMITS, OutboundFailed, OutboundHttp, type OutboundRequest } from './outbound-http.js';

let recorder: Recorder;
let answers: string[][];
let asked: number;
let raw: Server | undefined;
beforeEach(async () => {
  recorder = await startRecorder();
  [answers, asked] = [[], 0];
});
afterEach(async () => {
  await recorder.stop();
  raw?.close();
  raw = undefined;
});

/** Answers one list after the other, the last one for ever: as a name server of an attacker would. */
const resolver = {
  resolve: async () => {
    asked += 1;
    const [next] = answers;
    if (answers.length > 1) answers.shift();
    if (!next) throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    return next;
  },
};

function outbound(allowPrivate: boolean): OutboundHttp {
  const env = loadEnv({ NODE_ENV: 'test', ALLOW_PRIVATE_WEBHOOKS: String(allowPrivate) });
  return new OutboundHttp(env, resolver, new Log(env));
}

const PUBLIC = outbound(false);
const INTRANET = outbound(true);
const to = (url: string, fields: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'text/plain' },
  body: 'hello',
  ...fields,
});
const named = () => `http://hooks.example.com:${new URL(recorder.url).port}/in`;

describe('a request to an address that somebody gave', () => {
  it('arrives as it was meant, and brings the answer back', async () => {
    recorder.say(201, 'made', { 'x-extra': 'yes' });
    const answer = await INTRANET.send(to(`${recorder.url}/in?a=1`));
    expect(answer).toMatchObject({ status: 201, body: 'made', headers: { 'x-extra': 'yes' } });
    expect(recorder.requests).toMatchObject([
      { method: 'POST', path: '/in?a=1', body: 'hello', headers: { 'content-type': 'text/plain' } },
    ]);
  });

  it('follows no redirect', async () => {
    recorder.say(302, '', { location: 'http://169.254.169.254/latest/meta-data/' });
    expect((await INTRANET.send(to(recorder.url))).status).toBe(302);
    expect(recorder.requests).toHaveLength(1);
  });

  it('reads no more of the answer than 64 KiB, of one without an end, too', async () => {
    recorder.answer((_, response) => {
      const more = () =>
        void (response.write('x'.repeat(20_000)) ? setImmediate(more) : response.once('drain', more));
      more();
    });
    expect((await INTRANET.send(to(recorder.url))).body).toHaveLength(64 * 1_024);
  });

  it.each<[string, () => void]>([
    ['never answers', () => recorder.answer(() => undefined)],
    [
      'answers a byte at a time',
      () =>
        recorder.answer((_, response) => {
          const timer = setInterval(() => response.write('.'), 20);
          response.on('close', () => clearInterval(timer));
        }),
    ],
  ])('is given up when the other side %s', async (_, behave) => {
    behave();
    const send = INTRANET.send(to(recorder.url), { ...OUTBOUND_LIMITS, totalMs: 300 });
    await expect(send).rejects.toThrow('No whole answer within 0.3 s.');
  });

  it('is given up when the name is not looked up in time', async () => {
    const { resolve } = resolver;
    resolver.resolve = () => new Promise(() => undefined);
    const send = INTRANET.send(to(named()), { ...OUTBOUND_LIMITS, totalMs: 100 });
    await expect(send).rejects.toThrow(OutboundFailed);
    resolver.resolve = resolve;
  });

  it('is given up when a connection is taken but no TLS comes of it', async () => {
    raw = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(raw, 'listening');
    const { port } = raw.address() as AddressInfo;
    const send = INTRANET.send(to(`https://127.0.0.1:${port}/`), { ...OUTBOUND_LIMITS, connectMs: 200 });
    await expect(send).rejects.toThrow('No connection within 0.2 s.');
  });

  it.each<[string, () => void, string]>([
    [
      'cuts the connection',
      () => recorder.answer((_, response) => response.destroy()),
      'The connection was cut.',
    ],
    [
      'cuts the connection within the answer',
      () =>
        recorder.answer((_, response) => {
          response.writeHead(200, { 'content-length': '10' }).write('half');
          response.socket!.end();
        }),
      'The connection was cut.',
    ],
    [
      'does not speak HTTP',
      () => recorder.answer((_, response) => response.socket!.end('SSH-2.0-x\r\n')),
      'failed',
    ],
  ])('fails with a reason when the other side %s', async (_, behave, reason) => {
    behave();
    await expect(INTRANET.send(to(recorder.url))).rejects.toThrow(reason);
  });

  it('fails with a reason when nobody listens', async () => {
    const { url } = recorder;
    await recorder.stop();
    await expect(INTRANET.send(to(url))).rejects.toThrow('Nobody listens there.');
    recorder = await startRecorder();
  });

  it('fails with a reason when there is no such name', async () =>
    expect(INTRANET.send(to(named()))).rejects.toThrow('There is no such name.'));
});

describe('a name', () => {
  it('is looked up once: what was judged is what is connected to', async () => {
    answers = [['127.0.0.1'], ['169.254.169.254']];
    await INTRANET.send(to(named()));
    expect(asked).toBe(1);
    expect(recorder.requests[0]!.headers.host).toBe(new URL(named()).host);
  });

  it('that was public when it was given and is private now is refused', async () => {
    answers = [['93.184.215.14'], ['127.0.0.1']];
    await PUBLIC.requireAllowed('https://hooks.example.com/');
    await expect(PUBLIC.send(to('https://hooks.example.com/'))).rejects.toThrow(OutboundRefused);
  });

  it.each([
    ['private', ['10.0.0.1']],
    ['loopback in IPv6', ['::1']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['one public, one private', ['93.184.215.14', '192.168.0.1']],
    ['private behind NAT64', ['64:ff9b::a00:1']],
    ['mapped', ['::ffff:127.0.0.1']],
  ])('whose address is %s is refused, when it is given and when it is used', async (_, addresses) => {
    answers = [addresses];
    for (const host of ['hooks.example.com', 'localhost', 'localhost.', 'LOCALHOST']) {
      await expect(PUBLIC.requireAllowed(`https://${host}/`)).rejects.toThrow(OutboundRefused);
      await expect(PUBLIC.send(to(`https://${host}/`))).rejects.toThrow(OutboundRefused);
    }
  });

  it('that cannot be looked up now may be given: it is judged when it is used', async () => {
    expect((await PUBLIC.requireAllowed('https://hooks.example.com/')).hostname).toBe('hooks.example.com');
    await expect(PUBLIC.send(to('https://hooks.example.com/'))).rejects.toThrow(OutboundFailed);
  });

  it('stays the name that TLS asks for, although the address is connected to', async () => {
    let hello = '';
    raw = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (bytes) => {
        hello = bytes.toString('latin1');
        socket.destroy();
      });
    }).listen(0, '127.0.0.1');
    await once(raw, 'listening');
    answers = [['127.0.0.1']];
    const { port } = raw.address() as AddressInfo;
    await expect(INTRANET.send(to(`https://hooks.example.com:${port}/`))).rejects.toThrow(OutboundFailed);
    expect(hello).toContain('hooks.example.com');
  });
});

describe('addresses in digits', () => {
  it.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://１２７.０.０.１/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'http://hooks.example.com/',
    'https://hooks.example.com@127.0.0.1/',
    'https://127.0.0.1\\@hooks.example.com/',
    'https://hooks.example.com\u0000.evil.example/',
  ])('are judged although no name is looked up: %s', async (address) => {
    await expect(PUBLIC.requireAllowed(address)).rejects.toThrow(OutboundRefused);
    await expect(PUBLIC.send(to(address))).rejects.toThrow(OutboundRefused);
    expect(asked).toBe(0);
  });
});
