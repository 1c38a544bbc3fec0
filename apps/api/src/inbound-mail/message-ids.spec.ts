import fc from 'fast-check';
import { Secrets } from '../platform/config/secrets.js';
import { MessageIds } from './message-ids.js';
import { ReplyAddresses } from './reply-address.js';

const NEW = 'a-new-secret-of-more-than-32-bytes';
const OLD = 'an-old-secret-of-more-than-32-byte';
const ids = new MessageIds(new Secrets(NEW), 'help.example.com');
const ADA = { ticketId: 42, userId: 7 };

describe('the Message-ID of a mail about a ticket', () => {
  it('looks like this, and is the same each time the mail is made', () => {
    expect(ids.forTicketMail('311', ADA)).toMatch(
      /^<ticket-42-event-311-user-7\.[0-9a-f]{20}@help\.example\.com>$/,
    );
    expect(ids.forTicketMail('311', ADA)).toBe(ids.forTicketMail('311', ADA));
  });

  it('says again what it was made of; with a character changed, it is not ours', () => {
    const id = fc.integer({ min: 1, max: 2_147_483_647 });
    const event = fc.bigInt({ min: 1n, max: 9_223_372_036_854_775_807n });
    fc.assert(
      fc.property(
        fc.record({ ticketId: id, userId: id }),
        event,
        fc.nat(),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        (named, eventId, at, other) => {
          const messageId = ids.forTicketMail(String(eventId), named);
          expect(ids.read(messageId)).toEqual({ kind: 'ours', ...named });
          const place = at % messageId.length;
          fc.pre(messageId[place] !== other.toLowerCase());
          const changed = messageId.slice(0, place) + other + messageId.slice(place + 1);
          expect(ids.read(changed)?.kind).not.toBe('ours');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of the key before stays good', () => {
    const old = new MessageIds(new Secrets(OLD), 'help.example.com').forTicketMail('311', ADA);
    expect(new MessageIds(new Secrets(NEW, OLD), 'help.example.com').read(old)?.kind).toBe('ours');
    expect(ids.read(old)).toEqual({ kind: 'forged' });
  });

  it('is signed with a key of its own: the signature of a reply address opens nothing here', () => {
    const replyAddress = new ReplyAddresses(new Secrets(NEW), 'support@help.example.com').addressFor(ADA);
    const [, signature] = /7\.([0-9a-f]{20})@/.exec(replyAddress)!;
    expect(ids.read(`<ticket-42-event-311-user-7.${signature}@help.example.com>`)).toEqual({
      kind: 'forged',
    });
  });

  it.each(['<abc@help.example.com>', '<ticket-42-event-311-user-7.0@example.net>', '', '<>'])(
    'has nothing to do with %s',
    (messageId) => expect(ids.read(messageId)).toBeUndefined(),
  );
});

describe('a mail of ours', () => {
  it('is known by its own Message-ID', () => {
    expect(ids.isOfOurMail(ids.forTicketMail('311', ADA))).toBe(true);
    expect(ids.isOfOurMail(ids.forAccountMail('5', 7))).toBe(true);
    expect(ids.isOfOurMail('<event-5-user-7@example.net>')).toBe(false);
    expect(ids.isOfOurMail('<ticket-42-event-311-user-7.00000000000000000000@help.example.com>')).toBe(false);
  });

  it('about an account names no ticket', () => {
    expect(ids.read(ids.forAccountMail('5', 7))).toBeUndefined();
  });
});
