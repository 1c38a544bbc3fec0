import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the server takes a mail: as usual, not now, never; it takes it but never says so; it does not answer at all. */
export type Mood = 'takes' | 'busy' | 'refuses' | 'keeps_silent' | 'hangs';

/** A real mail server (npm `smtp-server`) on 127.0.0.1. */
export interface MailServer {
  port: number;
  /** What it took, in the order of arrival. */
  mails: ParsedMail[];
  /** How many mails were begun, taken or not. */
  tries(): number;
  /** From now on; `hangs` never answers what is being sent until the mood changes. */
  be(mood: Mood): void;
  stop(): Promise<void>;
}

const CODES: Partial<Record<Mood, [code: number, words: string]>> = {
  busy: [450, 'Mailbox busy, come back later'],
  refuses: [550, 'No such mailbox'],
};

export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let mood: Mood = 'takes';
  let tries = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, answer) => {
      tries += 1;
      stream.on('error', () => undefined); // a sender that is killed in mid-mail
      const judge = (mail: ParsedMail) => {
        const [code, words] = CODES[mood] ?? [];
        if (code === undefined && mood !== 'hangs') mails.push(mail);
        if (mood === 'hangs' || mood === 'keeps_silent') return; // whoever sends it waits, and in the end goes away
        answer(code === undefined ? null : Object.assign(new Error(words), { responseCode: code }));
      };
      simpleParser(stream).then(judge, () => undefined);
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as { port: number }).port,
    mails,
    tries: () => tries,
    be: (next) => void (mood = next),
    stop: async () => {
      for (const connection of server.connections)
        (connection as { _socket?: { destroy(): void } })._socket?.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
