import { dayBefore, momentOf, rangeWords } from './filter-days';

describe('days of a filter', () => {
  it('start and end by the clock of whoever looks', () => {
    expect(momentOf('2026-11-01', 'start')).toBe(new Date(2026, 10, 1).toISOString());
    expect(momentOf('2026-11-30', 'end')).toBe(new Date(2026, 11, 1).toISOString());
  });

  it('may be moments already', () => {
    expect(momentOf('2026-11-01T10:00:00Z', 'end')).toBe('2026-11-01T10:00:00.000Z');
  });

  it('ask for nothing when they are none', () => {
    expect(momentOf('yesterday', 'start')).toBeNull();
  });

  it.each([
    ['2026-11-01', '2026-11-30', '1 Nov 2026 – 30 Nov 2026'],
    ['2026-11-01', '2026-11-01', '1 Nov 2026'],
    ['2026-11-01', undefined, 'from 1 Nov 2026'],
    [undefined, '2026-11-30', 'to 30 Nov 2026'],
    [undefined, undefined, 'Any'],
  ])('are called %s to %s: %s', (from, to, words) => {
    expect(rangeWords(from, to)).toBe(words);
  });

  it('are counted back over the end of a month', () => {
    expect(dayBefore(new Date(2026, 10, 3), 6)).toBe('2026-10-28');
  });
});
