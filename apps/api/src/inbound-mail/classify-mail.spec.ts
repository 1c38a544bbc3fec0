import type { QuarantineReason } from '@ticketing/contracts';
import { ADA, DORA, factsOf, mailNames, mailSource, readMail } from '../../test/mail-world.js';
import { classifyMail, MAIL_QUOTA, type MailFacts, unreadable, type Verdict } from './classify-mail.js';
import { parseMail } from './parse-mail.js';
import { splitReply } from './split-reply.js';

/** Answers: what becomes a comment, on which ticket and by whom. */
const comment = (written: string, ticketId = 42, userId = ADA) => ({ written, ticketId, userId });
const ticket = (userId = ADA, follows: number | null = null): Verdict => ({
  kind: 'ticket',
  userId,
  follows,
});
const held = (reason: QuarantineReason): Verdict => ({ kind: 'quarantine', reason });

/** Every mail of `test/mails` that answers, with what its author wrote. */
const COMMENTS: Record<string, ReturnType<typeof comment>> = {
  'apple-iphone-reply': comment('Works.'),
  'apple-iphone-reply-german': comment('Passt wieder.'),
  'apple-mail-reply': comment('Yes — all good now.'),
  'galaxy-reply': comment('All good'),
  'gmail-android-reply-german': comment('Ja, läuft wieder.'),
  'gmail-reply-dutch': comment('Ja, hij doet het weer.'),
  'gmail-reply-french': comment('Oui, ça marche !'),
  'gmail-reply-polish': comment('Działa, dziękuję.'),
  'gmail-reply-spanish': comment('Sí, ya funciona.'),
  'gmail-web-reply': comment(
    'Yes, it prints again – thank you!\n\nAda\n\nOn Mon, Feb 3, 2025 at 10:22 AM Support <',
  ),
  'gmail-web-reply-html-only': comment('It works again.\n\nMany thanks,\nAda'),
  'mutt-reply-by-message-id-only': comment('It is.'),
  'outlook-desktop-reply': comment('Still jammed, tray 2 this time.\n\nKind regards\nAda'),
  'outlook-desktop-reply-german': comment('Immer noch gestört.'),
  'outlook-desktop-reply-html': comment('The café printer is fine – only this one is not.'),
  'outlook-express-original-message': comment('Jammed again.'),
  'outlook-ios-reply': comment('Tray 2 is empty.'),
  'outlook-mac-reply': comment('Done.'),
  'outlook-web-reply': comment('It works since this morning.'),
  'outlook-web-reply-french': comment("C'est réparé."),
  'reply-by-cc': comment('I add the help desk.'),
  'reply-by-delivered-to': comment('Sent as a blind copy.'),
  'reply-of-admin-on-closed-ticket': comment('For the record: the part was exchanged.', 43, DORA),
  'reply-quoting-a-machine': comment('At 10:22 the printer wrote:\nE-41 tray 2'),
  'reply-through-references-only': comment('Answering from my archive.'),
  'reply-to-mail-before-key-rotation': comment('An old mail, answered today.'),
  'reply-with-capitals-in-from': comment('From a system that shouts.'),
  'reply-with-good-and-unknown-message-ids': comment(
    'One signature is good, one is from before two key changes.',
  ),
  'reply-with-original-message-german': comment('Siehe unten.'),
  'reply-with-screenshot-only': comment(''),
  'thunderbird-bottom-post': comment('It does, thank you.'),
  'thunderbird-inline-answers': comment(
    'Hello Dora,\n\n> Which tray is it?\n\nTray 2.\n\n> Is there a message on the display?\n\nYes: E-41.',
  ),
  'thunderbird-top-post-german': comment('Läuft.'),
  'yahoo-android-reply': comment('No, still broken.'),
  'yahoo-web-reply': comment('It is repaired, thanks.'),
};

/** Every other mail. */
const VERDICTS: Record<string, Verdict> = {
  'attachment-of-latin1-name': ticket(),
  'reply-on-closed-ticket': ticket(ADA, 43),
  'ticket-about-out-of-office': ticket(),
  'ticket-answer-to-account-mail': ticket(),
  'ticket-auto-submitted-no': ticket(),
  'ticket-broken-mime': ticket(),
  'ticket-dmarc-fail-said-by-a-stranger': ticket(),
  'ticket-dmarc-pass': ticket(),
  'ticket-forwarded-message': ticket(),
  'ticket-from-other-charset-name': ticket(),
  'ticket-header-injection': ticket(),
  'ticket-html-only': ticket(),
  'ticket-huge-subject': ticket(),
  'ticket-iso-2022-jp': ticket(),
  'ticket-iso-8859-1': ticket(),
  'ticket-koi8-r': ticket(),
  'ticket-lf-only': ticket(),
  'ticket-mixed-with-pdf': ticket(),
  'ticket-no-mime-headers': ticket(),
  'ticket-nul-bytes': ticket(),
  'ticket-of-an-admin': ticket(DORA),
  'ticket-plain-ascii': ticket(),
  'ticket-raw-8bit-subject': ticket(),
  'ticket-related-with-logo': ticket(),
  'ticket-shift-jis': ticket(),
  'ticket-subject-only': ticket(),
  'ticket-truncated-base64': ticket(),
  'ticket-unknown-charset': ticket(),
  'ticket-utf8-base64': ticket(),
  'ticket-with-answer-to-strange-message-id': ticket(),
  'ticket-with-pasted-message-id': ticket(),

  'arf-complaint': { kind: 'bounce', ticketId: 42 },
  'autoresponder-x-autorespond': { kind: 'auto_reply', ticketId: null },
  'bounce-null-sender-only': { kind: 'bounce', ticketId: null },
  'bounce-qmail-without-report': { kind: 'bounce', ticketId: 42 },
  'dsn-exchange-headers-only': { kind: 'bounce', ticketId: 42 },
  'dsn-of-a-mail-that-is-not-ours': { kind: 'bounce', ticketId: null },
  'dsn-postfix': { kind: 'bounce', ticketId: 42 },
  'mailing-list-mailman': { kind: 'mailing_list' },
  newsletter: { kind: 'mailing_list' },
  'ooo-exchange': { kind: 'auto_reply', ticketId: 42 },
  'ooo-from-another-address': { kind: 'auto_reply', ticketId: null },
  'ooo-german-by-subject-only': { kind: 'auto_reply', ticketId: 42 },
  'ooo-gmail': { kind: 'auto_reply', ticketId: 42 },
  'own-account-mail-looped-back': { kind: 'own_mail' },
  'own-mail-looped-back': { kind: 'own_mail' },
  'own-mail-rewritten-by-a-forwarder': { kind: 'own_mail' },
  'own-reply-address-as-sender': { kind: 'own_mail' },
  'ooo-with-forged-sender': { kind: 'auto_reply', ticketId: null },
  'precedence-junk': { kind: 'auto_reply', ticketId: null },
  'read-receipt-mdn': { kind: 'auto_reply', ticketId: 42 },
  'sharepoint-notification': { kind: 'auto_reply', ticketId: null },
  'vacation-sieve': { kind: 'auto_reply', ticketId: null },

  'dmarc-fail': held('failed_authentication'),
  'dmarc-fail-among-comments': held('failed_authentication'),
  'dmarc-fail-hidden-below-a-pass': held('failed_authentication'),
  'forged-message-id': held('forged_reply'),
  'forged-reply-address': held('forged_reply'),
  'forged-reply-address-of-other-ticket': held('forged_reply'),
  'forged-reply-address-without-signature': held('forged_reply'),
  'from-encoded-local-part': held('malformed'),
  'from-empty-group': held('malformed'),
  'from-group': held('several_senders'),
  'from-hidden-in-encoded-word': held('malformed'),
  'from-missing': held('malformed'),
  'from-twice': held('several_senders'),
  'from-two-addresses': held('several_senders'),
  'inactive-sender': held('inactive_sender'),
  'kelvin-sign-sender': held('malformed'),
  'not-a-mail-at-all': held('malformed'),
  'reply-empty': held('empty'),
  'reply-from-other-account': held('not_the_recipient'),
  'reply-from-stranger-with-good-address': held('not_the_recipient'),
  'reply-from-unverified-recipient': held('unverified_sender'),
  'reply-on-deleted-ticket': held('ticket_not_visible'),
  'ticket-empty': held('empty'),
  'too-many-attachments': unreadable('too_many_attachments'),
  'too-many-parts': unreadable('too_many_parts'),
  'unknown-sender': held('unknown_sender'),
  'unknown-sender-postmaster': held('unknown_sender'),
  'unknown-sender-with-known-name': held('unknown_sender'),
  'unknown-sender-with-reply-to': held('unknown_sender'),
  'unverified-sender': held('unverified_sender'),
};

async function verdictOn(name: string, changed?: Partial<MailFacts>): Promise<Verdict> {
  const parsed = await parseMail(mailSource(name));
  return parsed.ok ? classifyMail(parsed.mail, factsOf(parsed.mail, changed)) : unreadable(parsed.problem);
}

describe('the mails of test/mails', () => {
  it('are the ones that the tables name, sixty and more', () => {
    const named = [...Object.keys(COMMENTS), ...Object.keys(VERDICTS)];
    expect(mailNames().sort()).toEqual(named.sort());
    expect(named.length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(COMMENTS))('%s is a comment', async (name, { written, ticketId, userId }) => {
    expect(await verdictOn(name)).toEqual({ kind: 'comment', ticketId, userId });
    expect(splitReply((await readMail(name)).text).written).toBe(written);
  });

  it.each(Object.entries(VERDICTS))('%s is judged as the table says', async (name, verdict) => {
    expect(await verdictOn(name)).toEqual(verdict);
  });
});

describe('a mail that came before', () => {
  it.each(['gmail-web-reply', 'ticket-plain-ascii', 'dsn-postfix', 'ooo-exchange', 'unknown-sender'])(
    'does nothing again: %s',
    async (name) => expect(await verdictOn(name, { isKnown: true })).toEqual({ kind: 'duplicate' }),
  );
});

describe('a loop that no header gives away', () => {
  const often = (recent: Partial<MailFacts['recent']>) => ({
    recent: { ofSender: 0, onTicket: 0, ...recent },
  });

  const tooOften = {
    ofSender: often({ ofSender: MAIL_QUOTA.ofSender + MAIL_QUOTA.held }),
    onTicket: often({ onTicket: MAIL_QUOTA.onTicket + MAIL_QUOTA.held }),
  };

  it.each(['gmail-web-reply', 'ticket-plain-ascii', 'unknown-sender', 'forged-reply-address', 'dmarc-fail'])(
    'ends at so many mails of one sender: %s',
    async (name) =>
      expect(await verdictOn(name, tooOften.ofSender)).toEqual({ kind: 'over_quota', of: 'sender' }),
  );

  it('ends at so many on one ticket, whoever sends them', async () => {
    const verdict = await verdictOn('gmail-web-reply', tooOften.onTicket);
    expect(verdict).toEqual({ kind: 'over_quota', of: 'ticket' });
  });

  it.each([
    ['gmail-web-reply', { ofSender: MAIL_QUOTA.ofSender }, 'over_quota'],
    ['gmail-web-reply', { onTicket: MAIL_QUOTA.onTicket + MAIL_QUOTA.held - 1 }, 'over_quota'],
    ['ticket-plain-ascii', { ofSender: MAIL_QUOTA.ofSender + MAIL_QUOTA.held - 1 }, 'over_quota'],
    ['dmarc-fail', { ofSender: MAIL_QUOTA.ofSender }, 'failed_authentication'],
  ] as const)('shows to an admin before: %s', async (name, recent, reason) => {
    expect(await verdictOn(name, often(recent))).toEqual(held(reason));
  });

  it('goes on below', async () => {
    const recent = { ofSender: MAIL_QUOTA.ofSender - 1, onTicket: MAIL_QUOTA.onTicket - 1 };
    expect(await verdictOn('gmail-web-reply', often(recent))).toMatchObject({ kind: 'comment' });
  });

  it('costs bounces and auto-replies nothing: they change nothing anyway', async () => {
    const recent = { ofSender: 1_000, onTicket: 1_000 };
    expect(await verdictOn('dsn-postfix', often(recent))).toEqual({ kind: 'bounce', ticketId: 42 });
    expect(await verdictOn('ooo-exchange', often(recent))).toEqual({ kind: 'auto_reply', ticketId: 42 });
  });
});

describe('what the receiving server says of the sender', () => {
  it('counts only when that server is trusted', async () => {
    expect(await verdictOn('dmarc-fail', { trustedServer: null })).toEqual(ticket());
    expect(
      await verdictOn('ticket-dmarc-fail-said-by-a-stranger', { trustedServer: 'MX.example.net' }),
    ).toEqual(held('failed_authentication'));
  });
});

describe('an answer', () => {
  it.each([
    [
      'of somebody whose account was closed',
      { id: ADA, isActive: false, isVerified: true },
      'inactive_sender',
    ],
    ['of somebody who never verified', { id: ADA, isActive: true, isVerified: false }, 'unverified_sender'],
    ['of somebody else with an account', { id: 99, isActive: true, isVerified: true }, 'not_the_recipient'],
    ['of nobody we know', null, 'not_the_recipient'],
  ] as const)('%s waits for an admin', async (_, sender, reason) => {
    expect(await verdictOn('gmail-web-reply', { sender })).toEqual(held(reason));
  });
});
