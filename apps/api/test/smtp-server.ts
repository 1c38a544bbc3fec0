import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A mail server that takes everything (RFC 5321, as little of it as a client needs). */
export interface SmtpServer {
  /** The mails that arrived, headers and all, oldest first. */
  mails: string[];
  stop(): Promise<void>;
}

const REPLIES: [command: RegExp, reply: string][] = [
  [/^(EHLO|HELO|MAIL|RCPT|RSET)/i, '250 OK'],
  [/^QUIT/i, '221 Bye'],
  [/^DATA/i, '354 Go on'],
];

export async function startSmtpServer(port: number): Promise<SmtpServer> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket, mails);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    mails,
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

function serve(socket: Socket, mails: string[]): void {
  let unread = '';
  let inMail = false;
  socket.on('error', () => socket.destroy());
  socket.write('220 ready\r\n');
  socket.on('data', (chunk) => {
    unread += chunk.toString();
    for (let part = next(); part !== undefined; part = next()) {
      if (inMail) mails.push(part);
      socket.write(`${inMail ? '250 Taken' : replyTo(part)}\r\n`);
      inMail = !inMail && /^DATA/i.test(part);
    }
  });

  /** The next command or, after DATA, the whole mail; undefined until it has arrived. */
  function next(): string | undefined {
    const end = inMail ? '\r\n.\r\n' : '\r\n';
    const at = unread.indexOf(end);
    if (at < 0) return undefined;
    const part = unread.slice(0, at);
    unread = unread.slice(at + end.length);
    return part;
  }
}

const replyTo = (command: string) => REPLIES.find(([known]) => known.test(command))?.[1] ?? '500 What?';
