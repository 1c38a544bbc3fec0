import { dayWords, durationWords, numberWords, periodWords, shareWords } from './number-words';

describe('numbers in words', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [150, '3 min'],
    [3_600, '1 h'],
    [12_000, '3 h 20 min'],
    [86_400, '1 d'],
    [190_000, '2 d 5 h'],
  ])('%d seconds are %s', (seconds, words) =>
    expect(durationWords(seconds)).toBe(words.replaceAll(' ', '\u00a0')),
  );

  it('has thousands told apart', () => expect(numberWords(12_345)).toBe('12,345'));
  it('has shares in whole percent', () => expect(shareWords(0.876)).toBe('88\u00a0%'));
});

describe('days in words', () => {
  it('are those of UTC', () => expect(dayWords('2026-11-01')).toBe('1 Nov 2026'));
  it.each([
    ['2026-11-01', '2026-11-30', '1 Nov to 30 Nov 2026'],
    ['2026-11-01', '2026-11-01', '1 Nov 2026'],
    ['2025-12-01', '2026-01-02', '1 Dec 2025 to 2 Jan 2026'],
  ])('from %s to %s', (from, to, words) => expect(periodWords({ from, to })).toBe(words));
});
