import fc from 'fast-check';

/** A value nested so deep, as objects and lists in turn. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

export const HOSTILE_TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '\ud83d',
  '\ude00\ud83d',
  'a\ud800',
  '\ufeff',
  '\u202e\u2066txt.exe',
  '\u212aevin@example.com',
  'ada@b\u00fccher.example',
  'ada@example.com\r\nBcc: eve@example.com',
  'e\u0301'.repeat(100),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u0660\u0661',
  '\u2028\u2029\u0085',
  '__proto__',
  'constructor',
  'undefined',
  'NaN',
  '1e308',
  '2147483648',
  '-1',
  '0x10',
  "' or 1=1 --",
  '${7*7}{{7*7}}%n%s',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00%zz%',
  "':*&|!()<->",
  '9999-12-31T23:59:59.999999-23:59',
  '0000-00-00',
];

/** Short enough for the limit of every body, longer than every field. */
const LONG = 'x'.repeat(30_000);
const LONGER_THAN_ANY_BODY = 'x'.repeat(300_000);

/** Anything that JSON can say, and that nobody would. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...HOSTILE_TEXTS) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, -0, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 5e-324),
  },
  { weight: 2, arbitrary: fc.constantFrom<unknown>([], {}, [[]], [null], { length: 5 }, { toString: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(15, 25, 3_000).map(nested) },
  { weight: 1, arbitrary: fc.constantFrom(LONG, '\u{1f600}'.repeat(5_000), LONGER_THAN_ANY_BODY) },
);

/** Bodies that are no JSON object, or one that no program writes. */
export const hostileJson: fc.Arbitrary<string> = fc.constantFrom(
  '{',
  '[]',
  'null',
  '1e999',
  '"text"',
  '{}{}',
  '{"__proto__":{"role":"admin"}}',
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  `{${Array.from({ length: 1_500 }, (_, i) => `"k${i}":1`).join()}}`,
  '{"title":"a","title":"b","title":null}',
);
