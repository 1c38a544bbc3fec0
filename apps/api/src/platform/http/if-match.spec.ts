import { etagOf, parseIfMatch, requireVersion } from './if-match.js';

const withStatus = (status: number) => expect.objectContaining({ kind: expect.objectContaining({ status }) });

describe('If-Match', () => {
  it.each([
    ['the ETag as it was given', etagOf(3), [3]],
    ['a list of ETags', '"3", "4"', [3, 4]],
    ['a list without spaces', '"3","4"', [3, 4]],
    ['a tag that a compressing proxy made weak', 'W/"3"', [3]],
    ['spaces around', '  "3"  ', [3]],
  ])('takes %s', (_, header, versions) => expect(parseIfMatch(header)).toEqual(versions));

  it.each([
    ['no header', undefined],
    ['a star', '*'],
    ['a star with spaces', ' * '],
  ])('is content with any version for %s', (_, header) => expect(parseIfMatch(header)).toBeUndefined());

  it.each(['', '3', '"3', 'abc', '"abc"', '"-1"', '"1.5"', '"12345678901"', '"3",', '"3" "4"', '*, "3"'])(
    '400 for %j',
    (header) => expect(() => parseIfMatch(header)).toThrow(withStatus(400)),
  );
});

describe('the version', () => {
  it('is not asked for without a check', () => expect(() => requireVersion(undefined, 7)).not.toThrow());
  it('must be one of those that the caller accepts', () =>
    expect(() => requireVersion([5, 7], 7)).not.toThrow());
  it('412 when it is another', () => expect(() => requireVersion([5, 6], 7)).toThrow(withStatus(412)));
});
