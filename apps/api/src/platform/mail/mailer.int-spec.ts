import { drain } from '../../../test/drain.js';
import { type MailServer, startMailServer } from '../../../test/mail-server.js';
import { makeAccount, makeTicket, makeUser } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { freePort } from '../../../test/start-product.js';

let api: TestApi;
let port: number;
let server: MailServer | undefined;
beforeAll(async () => {
  port = await freePort();
  api = await startApi({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'help@example.com' });
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await api.db.client.query(`update deliveries set done_at = now() where dead_at is null`);
});
afterAll(() => api.stop());

const makeDue = () => api.db.client.query('update deliveries set next_try_at = now() where done_at is null');
const headerOf = (mail: MailServer['mails'][number], name: string) =>
  mail.headerLines.find(({ key }) => key === name)?.line;
/** How the one mail stands that is not done. */
async function delivery(): Promise<{ tries: number; dead: boolean; last_error: string; later: boolean }> {
  const { rows } = await api.db.client.query(
    `select tries, dead_at is not null as dead, last_error, next_try_at > now() as later
       from deliveries where done_at is null order by id desc limit 1`,
  );
  return rows[0];
}

describe('while the mail server is away', () => {
  it('people register and write, and the mail goes out once it is back', async () => {
    const { email } = await makeAccount(api);
    await drain(api);
    const ticket = await makeTicket(api, await makeUser(api));
    expect(ticket.status).toBe('open');
    await drain(api);
    server = await startMailServer(port);
    await makeDue();
    await drain(api);
    expect(server.mails).toHaveLength(2);
    const [mail] = server.mails.filter(({ subject }) => subject === 'Verify your e-mail address');
    expect([mail!.from!.text, [mail!.to].flat()[0]!.text]).toEqual(['help@example.com', email]);
    expect(headerOf(mail!, 'auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(server.mails.map(({ subject }) => subject)).toContain(`[#${ticket.id}] Printer on fire`);
  });
});

describe('a mail that goes out twice', () => {
  it('is recognised by its Message-ID: the process died before it could note that it was sent', async () => {
    server = await startMailServer(port);
    await makeAccount(api);
    await drain(api);
    const [id] = server.mails.map(({ messageId }) => messageId);
    await api.db.client.query(
      'update deliveries set done_at = null, next_try_at = now() where dead_at is null',
    );
    await drain(api);
    expect(server.mails.filter(({ messageId }) => messageId === id)).toHaveLength(2);
    expect(id).toMatch(/^<event-\d+-user-\d+@localhost>$/);
  });
});

describe('a mail server that', () => {
  it('says 450 is asked again later, and then takes it', async () => {
    server = await startMailServer(port);
    server.be('busy');
    await makeAccount(api);
    await drain(api);
    expect(await delivery()).toMatchObject({ tries: 1, dead: false, later: true });
    server.be('takes');
    await makeDue();
    await drain(api);
    expect(server.mails).toHaveLength(1);
    expect(await delivery()).toBeUndefined();
  });
  it('hangs is given up before anybody else takes the job, and asked again later', async () => {
    server = await startMailServer(port);
    server.be('hangs');
    await makeAccount(api);
    await drain(api);
    expect(await delivery()).toMatchObject({ tries: 1, dead: false, later: true });
    server.be('takes');
    await makeDue();
    await drain(api);
    expect(server.mails).toHaveLength(1);
  }, 40_000);
  it('says 550 is not asked again: an admin sees why', async () => {
    server = await startMailServer(port);
    server.be('refuses');
    await makeAccount(api);
    await drain(api);
    expect(await delivery()).toMatchObject({
      tries: 1,
      dead: true,
      last_error: expect.stringMatching('No such mailbox'),
    });
  });
});
