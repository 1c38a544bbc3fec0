import { countedWords } from './counted-words';

describe('countedWords', () => {
  it.each([
    [{ total: 0, total_at_least: null }, '0'],
    [{ total: 1234, total_at_least: null }, '1,234'],
    [{ total: null, total_at_least: 10_000 }, '10,000+'],
    [{ total: null, total_at_least: null }, null],
    [null, null],
  ])('says %j as %s', (count, words) => {
    expect(countedWords(count)).toBe(words);
  });
});
