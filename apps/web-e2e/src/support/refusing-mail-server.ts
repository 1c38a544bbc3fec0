import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** An SMTP server at an address of this machine that knows nobody: every recipient is refused for good. */
export class RefusingMailServer {
  private constructor(private readonly server: Server) {}

  static async start(): Promise<RefusingMailServer> {
    const server = createServer(converse);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new RefusingMailServer(server);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }
}

function converse(socket: Socket): void {
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    for (const line of data.toString('latin1').split('\r\n').filter(Boolean)) {
      if (/^rcpt/i.test(line)) say('550 5.1.1 No such mailbox');
      else say(/^quit/i.test(line) ? '221 Bye' : '250 OK');
    }
  });
  say('220 mail.test');
}
