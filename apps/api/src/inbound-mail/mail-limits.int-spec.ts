import { drain } from '../../test/drain.js';
import { type MailHelpDesk, mailOf, startMailHelpDesk } from '../../test/mail-help-desk.js';
import { MAIL_QUOTA } from './classify-mail.js';
import { MailIdentity } from './mail-identity.js';

let desk: MailHelpDesk;
beforeAll(async () => {
  desk = await startMailHelpDesk();
});
/** Each test finds the help desk as the first one found it: starting another would take seconds. */
afterEach(() => desk.reset());
afterAll(() => desk.api.stop());

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await desk.api.db.client.query(sql, values)).rows;
const deliverAll = async (mails: string[]) => {
  await Promise.all(mails.map((mail) => desk.deliver(mail)));
  await drain(desk.api);
};
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const replyAddress = () =>
  desk.api.app.get(MailIdentity).replyAddresses!.addressFor({ ticketId: 42, userId: desk.ada.id });
const OUT_OF_OFFICE = ['Auto-Submitted: auto-replied'];

describe('the quota of a sender', () => {
  it('is not used up by the machine that answers for the sender', async () => {
    await deliverAll(times(MAIL_QUOTA.ofSender + 1, () => mailOf({ headers: OUT_OF_OFFICE })));
    expect((await desk.settle(mailOf({}))).verdict).toBe('ticket');
  });
});

describe('what machines send about a ticket', () => {
  const timeline = async () =>
    (await rowsOf(`select count(*)::int from events where ticket_id = 42 and type = 'mail.noted'`))[0].count;

  it('stands in its history ten times an hour, and is kept beyond', async () => {
    const to = replyAddress();
    await deliverAll(times(12, () => mailOf({ to, headers: OUT_OF_OFFICE })));
    expect(await timeline()).toBe(10);
    expect(await rowsOf(`select count(*)::int from inbound_mails where ticket_id = 42`)).toEqual([
      { count: 12 },
    ]);
    await desk.api.db.client.query(`update events set created_at = now() - interval '61 minutes'`);
    await desk.settle(mailOf({ to, headers: OUT_OF_OFFICE }));
    expect(await timeline()).toBe(11);
  });
});
