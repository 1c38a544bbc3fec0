import fc from 'fast-check';
import { canonicalEmail } from '../users/index.js';
import { Secrets } from '../platform/config/secrets.js';
import { ReplyAddresses } from './reply-address.js';

const NEW = 'a-new-secret-of-more-than-32-bytes';
const OLD = 'an-old-secret-of-more-than-32-byte';
const addresses = new ReplyAddresses(new Secrets(NEW), 'Support@Help.example.com');

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const named = fc.record({ ticketId: id, userId: id });

describe('a reply address', () => {
  it('looks like this', () => {
    expect(addresses.addressFor({ ticketId: 42, userId: 7 })).toMatch(
      /^support\+t42\.7\.[0-9a-f]{20}@help\.example\.com$/,
    );
  });

  it('says again what it was made of, in capitals, too, and is an address that every system takes', () => {
    fc.assert(
      fc.property(named, (one) => {
        const address = addresses.addressFor(one);
        expect(canonicalEmail(address)).toBe(address);
        expect(addresses.read(address)).toEqual({ kind: 'ours', ...one });
        expect(addresses.read(address.toUpperCase())).toEqual({ kind: 'ours', ...one });
      }),
    );
  });

  it('of a mail about an internal note is of another kind, and neither is made of the other', () => {
    const one = { ticketId: 42, userId: 7 };
    const [plain, note] = [addresses.addressFor(one), addresses.noteAddressFor(one)];
    expect(addresses.read(note)).toEqual({ kind: 'ours', ...one, isNote: true });
    expect(addresses.read(plain.replace('+t', '+n'))).toEqual({ kind: 'forged' });
    expect(addresses.read(note.replace('+n', '+t'))).toEqual({ kind: 'forged' });
  });

  it('is not ours any more with one character changed', () => {
    fc.assert(
      fc.property(
        named,
        fc.nat(),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        (one, at, other) => {
          const address = addresses.addressFor(one);
          const place = at % address.length;
          fc.pre(address[place] !== other.toLowerCase());
          const changed = address.slice(0, place) + other + address.slice(place + 1);
          expect(addresses.read(changed)?.kind).not.toBe('ours');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is not ours with a character more or less', () => {
    fc.assert(
      fc.property(named, fc.nat(), fc.string({ unit: 'grapheme-ascii', maxLength: 2 }), (one, at, more) => {
        const address = addresses.addressFor(one);
        const place = at % address.length;
        const shorter = address.slice(0, place) + address.slice(place + 1);
        const longer = address.slice(0, place) + more + address.slice(place);
        expect(addresses.read(shorter)?.kind).not.toBe('ours');
        if (more !== '') expect(addresses.read(longer)?.kind).not.toBe('ours');
      }),
      { numRuns: 2_000 },
    );
  });

  it('of an installation with another secret is a forged one', () => {
    const other = new ReplyAddresses(new Secrets(OLD), 'support@help.example.com');
    expect(addresses.read(other.addressFor({ ticketId: 42, userId: 7 }))).toEqual({ kind: 'forged' });
  });

  it('made before the key was changed stays good, until it is changed again', () => {
    const before = new ReplyAddresses(new Secrets(OLD), 'support@help.example.com');
    const rotated = new ReplyAddresses(new Secrets(NEW, OLD), 'support@help.example.com');
    const address = before.addressFor({ ticketId: 42, userId: 7 });
    expect(rotated.read(address)).toEqual({ kind: 'ours', ticketId: 42, userId: 7 });
    expect(rotated.addressFor({ ticketId: 42, userId: 7 })).not.toBe(address);
    expect(addresses.read(address)).toEqual({ kind: 'forged' });
  });

  it.each([
    'support+t42.7@help.example.com',
    'support+t042.7.00000000000000000000@help.example.com',
    'support+t2147483648.7.00000000000000000000@help.example.com',
    'support+t@help.example.com',
    'support+team@help.example.com',
  ])('does not look like %s', (address) => expect(addresses.read(address)).toEqual({ kind: 'forged' }));

  it.each(['support@help.example.com', 'ada@example.org', 'support+t42.7.x@example.org', ''])(
    'has nothing to do with %s',
    (address) => expect(addresses.read(address)).toBeUndefined(),
  );
});

describe('the address at which mail arrives', () => {
  it('is ours, and so are all its reply addresses', () => {
    expect(addresses.isInbound('SUPPORT@help.example.com')).toBe(true);
    expect(addresses.isInbound(addresses.addressFor({ ticketId: 42, userId: 7 }))).toBe(true);
    expect(addresses.isInbound('ada@example.org')).toBe(false);
  });

  it('has at most 20 characters before its @: reply addresses have 64', () => {
    const make = (length: number) =>
      new ReplyAddresses(new Secrets(NEW), `${'a'.repeat(length)}@example.com`);
    const longest = make(20).addressFor({ ticketId: 2_147_483_647, userId: 2_147_483_647 });
    expect(longest.indexOf('@')).toBe(64);
    expect(() => make(21)).toThrow('more than 20 characters');
  });

  it('is an address', () => {
    expect(() => new ReplyAddresses(new Secrets(NEW), 'support')).toThrow('no e-mail address');
  });
});
