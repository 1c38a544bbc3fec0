import { drain } from '../../../test/drain.js';
import { makeAccount, makeTicket, makeUser } from '../../../test/make.js';
import { type SmtpServer, startSmtpServer } from '../../../test/smtp-server.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { freePort } from '../../../test/start-product.js';

let api: TestApi;
let port: number;
let server: SmtpServer | undefined;
beforeAll(async () => {
  port = await freePort();
  api = await startApi({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'help@example.com' });
});
afterEach(() => server?.stop());
afterAll(() => api.stop());

const makeDue = () => api.db.client.query('update deliveries set next_try_at = now() where done_at is null');

describe('while the mail server is away', () => {
  it('people register and write, and the mail goes out once it is back', async () => {
    const { email } = await makeAccount(api);
    await drain(api);
    expect((await makeTicket(api, await makeUser(api))).status).toBe('open');
    server = await startSmtpServer(port);
    await makeDue();
    await drain(api);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatch(new RegExp(`^To: ${email}\\r$`, 'm'));
    expect(server.mails[0]).toMatch(/^From: help@example.com\r$/m);
    expect(server.mails[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });
});

describe('a mail that goes out twice', () => {
  it('is recognised by its Message-ID: the process died before it could note that it was sent', async () => {
    server = await startSmtpServer(port);
    await makeAccount(api);
    await drain(api);
    await api.db.client.query('update deliveries set done_at = null, next_try_at = now()');
    await drain(api);
    const ids = server.mails.map((mail) => /^Message-ID: (<.+>)\r$/m.exec(mail)?.[1]);
    expect(ids.filter((id) => id === ids[0])).toHaveLength(2);
    expect(ids[0]).toMatch(/^<event-\d+-user-\d+@localhost>$/);
  });
});
