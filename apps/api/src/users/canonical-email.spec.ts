import { canonicalEmail } from './canonical-email.js';

describe('the canonical form of an e-mail address', () => {
  it.each([
    ['Ada@Example.COM', 'ada@example.com'],
    ['ada+help@example.com', 'ada+help@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['admin@localhost', 'admin@localhost'],
    ["o'neil@example.com", "o'neil@example.com"],
  ])('of %s is %s', (typed, canonical) => expect(canonicalEmail(typed)).toBe(canonical));

  it.each([
    ['', 'nothing'],
    ['ada', 'no @'],
    ['@example.com', 'no local part'],
    ['ada@', 'no domain'],
    ['a da@example.com', 'a space'],
    ['ada@exa mple.com', 'a space in the domain'],
    ['.ada@example.com', 'a leading dot'],
    ['\u212Aevin@example.com', 'the Kelvin sign, which lower-cases to k'],
    [`${'a'.repeat(65)}@example.com`, 'a local part over 64 characters'],
    [`ada@${'a'.repeat(250)}.com`, 'over 254 characters'],
    ['ada@example.com\nbcc:x@example.com', 'a line break'],
  ])('does not exist for "%s": %s', (typed) => expect(canonicalEmail(typed)).toBeUndefined());
});
