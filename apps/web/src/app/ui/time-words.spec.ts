import { exactTime, timeAheadInWords, timeInWords } from './time-words';

const now = new Date(2026, 10, 24, 12, 0);
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('timeInWords', () => {
  it.each([
    [0.5, 'just now'],
    [1, '1 min ago'],
    [59, '59 min ago'],
    [60, '1 h ago'],
    [23 * 60 + 59, '23 h ago'],
    [24 * 60, '23 Nov'],
  ])('calls %s minutes ago "%s"', (minutes, words) => {
    expect(timeInWords(before(minutes), now)).toBe(words);
  });

  it('names the year when it is another one', () => {
    expect(timeInWords(new Date(2025, 11, 31), now)).toBe('31 Dec 2025');
  });

  it('calls a clock that runs ahead "just now"', () => {
    expect(timeInWords(before(-3), now)).toBe('just now');
  });
});

describe('timeAheadInWords', () => {
  it.each([
    [-5, 'now'],
    [0.5, 'now'],
    [1, 'in 1 min'],
    [59, 'in 59 min'],
    [60, 'in 1 h'],
    [24 * 60, '25 Nov'],
  ])('calls a moment %s minutes ahead "%s"', (minutes, words) => {
    expect(timeAheadInWords(before(-minutes), now)).toBe(words);
  });
});

describe('exactTime', () => {
  it('names day and minute', () => {
    expect(exactTime(new Date(2026, 10, 24, 9, 5))).toMatch(/24 November 2026.*09:05/);
  });
});
