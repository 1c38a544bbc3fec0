import { plainExcerpt } from './plain-excerpt';

describe('plainExcerpt', () => {
  it.each([
    ['It is **broken** and `off`', 'It is broken and off'],
    ['See [the invoice](https://example.com/a) and ![shot](a.png)', 'See the invoice and shot'],
    ['# Title > quoted - one - two', 'Title quoted one two'],
    ['2 * 3 is 6, a__b stays', '2 * 3 is 6, a__b stays'],
  ])('reads %s as %s', (excerpt, words) => {
    expect(plainExcerpt(excerpt)).toBe(words);
  });
});
